/** A name, in any language, that needs no quotes before a colon. */
export function isPropertyName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_ .-]*$/u.test(name) && name.trim() === name;
}

/** A value that YAML reads in one line, whatever it means. */
export function isPlainValue(value: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_ .-]*$/u.test(value) && value.trim() === value;
}
