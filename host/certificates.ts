import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { RefereeError } from "../src/errors.ts";

/**
 * How many certificates a file adds to those that Node trusts. Node itself says in one line that it could not read the file,
 * and goes on without: then nothing behind the plant's own authority is reached, and nobody sees why.
 * @throws RefereeError `CONFIG_INVALID` when there is none
 */
export async function countCertificates(file: string): Promise<number> {
  try {
    const found = (await readFile(file, "utf8")).match(CERTIFICATE) ?? [];
    for (const each of found) new X509Certificate(each);
    if (found.length > 0) return found.length;
  } catch (cause) {
    throw new RefereeError("CONFIG_INVALID", `The certificates in "${file}" cannot be read. ${REMEDY}`, { cause });
  }
  throw new RefereeError("CONFIG_INVALID", `There is no certificate in "${file}". ${REMEDY}`);
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;
const REMEDY = "NODE_EXTRA_CA_CERTS names a PEM file with the certificates of your own authority.";
