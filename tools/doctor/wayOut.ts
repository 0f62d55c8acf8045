import { countCertificates } from "../../host/certificates.ts";
import { type ProxyConfig, shownProxy } from "../../src/config/proxy.ts";
import { bad, type Finding, ok, whyOf } from "./finding.ts";

/** How this machine gets out, as far as settings and files tell; that it does is for the platforms to show. */
export async function examineWayOut(
  proxy: ProxyConfig | null,
  certificates: string | null,
): Promise<readonly Finding[]> {
  return [...saidProxy(proxy), ...(certificates === null ? [] : [await examineCertificates(certificates)])];
}

function saidProxy(proxy: ProxyConfig | null): readonly Finding[] {
  const by = proxy?.https ?? proxy?.http;
  if (by === null || by === undefined) return [ok("Proxy", "none: other machines are reached directly")];
  const except = proxy?.except ? `, but for ${proxy.except}` : "";
  return [ok("Proxy", `other machines are reached by ${shownProxy(by)}${except}`)];
}

async function examineCertificates(file: string): Promise<Finding> {
  try {
    const count = await countCertificates(file);
    return ok("Certificates", `${count} of "${file}" are trusted beside those of Node`);
  } catch (error) {
    return bad("Certificates", whyOf(error), "correct NODE_EXTRA_CA_CERTS");
  }
}
