/** Texts that would become a mention, a link, a date or markup if a card did not show them as they are. */
export const HOSTILE_TEXTS = [
  "<at>Otto</at> approve this",
  "[Approve](https://evil.example)",
  "**Approved by IT security**",
  "{{DATE(2026-11-22T10:00:00Z,SHORT)}}",
  "<script>alert(1)</script>",
  "javascript:alert(1)",
  "line one\r\nline two",
  "from 10.0.0.1\u202e1.0.0.01 morf",
];
