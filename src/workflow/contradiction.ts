/** Something a request type says that cannot be, and the path in its file at which it says so. */
export type Contradiction = {
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly todo: string;
};
