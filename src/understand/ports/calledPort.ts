/** Of a folded text: "port 60870" is a number, though people call the protocol by it, too. */
export function isCalledPort(folded: string, start: number, end: number): boolean {
  if (!/^\d+$/.test(folded.slice(start, end))) return false;
  const before = folded.slice(Math.max(0, start - 12), start);
  return (
    /(?:ports?|puertos?|tcp|udp)[\s:/#]*$/.test(before) || /^\s?[/(-]?(?:tcp|udp)/.test(folded.slice(end, end + 6))
  );
}
