import { stretchOf, type Value } from "./value.ts";

/** A form that says by itself that it is a secret. Group `secret` is what goes; without it, all that was found. */
type Shape = { readonly name: string; readonly form: RegExp };

/**
 * Tokens by the prefixes their makers give them, so that scanners find them. The rest of each may be shorter here than it
 * is when valid: half a token, or one typed by hand, is none to keep either.
 * @source https://github.com/gitleaks/gitleaks, config/gitleaks.toml at 420a0f5, read 2026-11-29 in a stored copy; webhooks
 *   of Teams, Telegram and PuTTY from memory
 */
const TOKENS: readonly Shape[] = [
  { name: "Slack", form: /\bxox[a-z](?:\.xox[a-z])?-[\w-]{6,400}/g },
  { name: "Slack app", form: /\bxapp-[\w-]{6,400}/g },
  { name: "Slack webhook", form: /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[\w+/]{10,200})/g },
  { name: "Teams webhook", form: /\bwebhook\.office\.com\/webhookb2\/(?<secret>[\w@/-]{20,300})/g },
  { name: "GitHub", form: /\b(?:gh[a-z]_[A-Za-z0-9]{10,255}|github_pat_\w{10,255})/g },
  { name: "GitLab", form: /\b(?:gl(?:pat|ptt|rt|dt|cbt|ft|ffct|imt|agent|soat|oas)|GR1348941)-?[\w-]{10,300}/g },
  { name: "AWS key", form: /\b(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,20}\b/g },
  { name: "Google", form: /\bAIza[\w-]{20,60}|\bya29\.[\w-]{10,400}|\bGOCSPX-[\w-]{10,60}/g },
  { name: "JSON web token", form: /\beyJ[\w-]{8,4000}\.[\w/-]{5,4000}(?:\.[\w/-]{0,4000})?={0,2}/g },
  { name: "Stripe", form: /\b(?:sk|rk)_(?:test|live|prod)_[A-Za-z0-9]{8,200}|\bwhsec_[A-Za-z0-9+/=]{8,100}/g },
  { name: "Twilio", form: /\b(?:SK|AC)[0-9a-f]{32}\b/g },
  { name: "SendGrid", form: /\bSG\.[\w-]{10,60}\.[\w-]{10,100}/g },
  { name: "OpenAI, Anthropic", form: /\bsk-(?:[a-z]{2,12}-)?[\w-]{16,300}/g },
  { name: "npm, PyPI, Hugging Face", form: /\b(?:npm_[A-Za-z0-9]{16,60}|pypi-[\w-]{16,400}|hf_[A-Za-z]{16,60})/g },
  { name: "HashiCorp", form: /\bhv[sbr]\.[\w-]{16,400}|\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{20,100}/g },
  { name: "DigitalOcean, Databricks", form: /\bdo[oprt]_v1_[a-f0-9]{16,80}|\bdapi[a-f0-9]{32}/g },
  { name: "Grafana", form: /\bgl(?:sa|c)_[\w+/=]{16,400}/g },
  {
    name: "Shopify, Square, Postman",
    form: /\b(?:shp(?:at|ca|pa|ss)_[a-f0-9]{16,64}|sq0[a-z]{3}-[\w-]{16,60}|PMAK-[\w-]{16,80})/g,
  },
  { name: "Linear, Notion, Doppler", form: /\b(?:lin_api_\w{16,60}|ntn_\w{16,80}|dp\.(?:pt|st|ct|sa)\.\w{16,80})/g },
  { name: "Atlassian", form: /\bATATT3[\w=-]{16,300}/g },
  { name: "Telegram", form: /\b\d{6,16}:AA[\w-]{28,40}/g },
  { name: "age", form: /\bAGE-SECRET-KEY-1[A-Z0-9]{20,80}/g },
  { name: "Azure AD client secret", form: /(?<![\w~.])[\w~.]{3}\dQ~[\w~.-]{20,50}/g },
];

/** What surrounds a secret in settings, addresses and headers. */
const SETTINGS: readonly Shape[] = [
  {
    name: "private key",
    form: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?<secret>[\s\S]{1,100000}?)(?=-----(?:END|BEGIN)|$)/g,
  },
  { name: "PuTTY key", form: /\bPrivate-Lines: \d{1,3}\n(?<secret>(?:[A-Za-z0-9+/=]{1,80}\n?){1,200})/g },
  {
    name: "address with a login",
    form: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{0,100}:(?<secret>[^\s/]{1,200})@(?=[\w[])/gi,
  },
  { name: "Azure shared access", form: /[?&;\s"']sig=(?<secret>[\w%+/=.-]{10,300}?)(?=$|[&;\s"'<>)])/gi },
  {
    name: "Azure key",
    form: /\b(?:SharedAccessKey|AccountKey|SharedAccessSignature|SharedSecret)\s?=\s?(?<secret>[^\s;"']{6,500})/gi,
  },
  {
    name: "header",
    form: /\b(?:Bearer|Basic|Digest|Negotiate|SSWS)\s{1,3}(?<secret>(?=[\w.~+/=-]{0,40}[\dA-Z=._~+/])[\w.~+/=-]{10,4000})/g,
  },
  { name: "key header", form: /\bX-[\w-]{0,20}(?:Key|Token|Auth|Secret)\s?:\s?(?<secret>[^\s"',;]{6,500})/gi },
  {
    name: "AWS secret key",
    form: /(?<![\w+/=])(?=[A-Za-z+/]{0,39}\d)(?=[^a-z]{0,39}[a-z])(?=[^A-Z]{0,39}[A-Z])[A-Za-z0-9+/]{40}(?![\w+/=])/g,
  },
  {
    name: "command line",
    form: /\b(?:mysql|mysqldump|mariadb|sshpass|mysqladmin|psexec|7z|zip|unrar)\b[^\n]{0,120}?\s-(?:p|P)\s?(?<secret>[^\s-][^\s]{2,80})/g,
  },
  {
    name: "curl",
    form: /\b(?:curl|wget)\b[^\n]{0,200}?\s(?:-u|--user)[ =]?["']?[^\s:"']{1,60}:(?<secret>[^\s"']{1,100})/g,
  },
  {
    name: "user and p",
    form: /(?<![\p{L}\p{N}])(?:[ubn]|un|bn|usr|user|login|name|benutzer|usuario)\s{0,2}[:=]?\s{0,2}[^\s:=,;/]{2,40}[\s,;/|]{1,4}[pck]\s{0,2}[:=]\s{0,2}(?<secret>(?=\S{0,40}\p{L})[^\s,;"']{3,60})/giu,
  },
  { name: "net use", form: /\bnet use\b[^\n]{0,60}?\\\\\S{1,80}\s(?<secret>[^\s/*]{3,60})(?=\s\/user|\s?$)/gi },
  { name: "Windows option", form: /\s\/(?:p|pass|pwd|password|rp):(?<secret>[^\s]{2,80})/gi },
  { name: "SNMP", form: /\bsnmp(?:walk|get|set|bulkwalk|getnext|table)\b[^\n]{0,60}?\s-c\s?(?<secret>\S{2,60})/g },
  { name: "SNMP setting", form: /\bsnmp-server (?:community|user \S{1,40}) (?<secret>\S{2,60})/gi },
  {
    name: "Cisco",
    form: /\b(?:(?:enable|username \S{1,40}(?: privilege \d{1,2})?) (?:secret|password) [05789] (?<secret>\S{3,100})|enable secret (?<plain>\S{3,100}))/gi,
  },
];

/** What is a secret by its form, wherever it stands. */
export function shapedSecrets(text: string): readonly Value[] {
  return [...SETTINGS, ...TOKENS].flatMap(({ form }) =>
    [...text.matchAll(form)].flatMap(({ 0: whole, index, groups }) => {
      const secret = groups?.secret ?? groups?.plain ?? whole;
      const start = index + whole.lastIndexOf(secret);
      const value = stretchOf(text, start, start + secret.length);
      return value === null ? [] : [value];
    }),
  );
}
