// People's words as XML can hold them: what XML 1.0 has no way to write is left out, everything else stays as it was typed.

/** Controls, lone surrogates and noncharacters (XML 1.0, production Char). */
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function xmlText(text: string): string {
  return text.replace(NOT_XML, '');
}
