// What a file is, by its bytes (WHATWG MIME Sniffing §6): only these types are shown in a page, all else is downloaded.

export interface FileType {
  readonly mediaType: string;
  /** Whether browsers may show it; otherwise it is sent as an attachment. */
  readonly isInline: boolean;
}

interface Signature extends FileType {
  readonly extensions: readonly string[];
  readonly matches: (bytes: Uint8Array) => boolean;
}

const SIGNATURES: readonly Signature[] = [
  inline("image/png", ["png"], starts("\u0089PNG\r\n\u001a\n")),
  inline("image/jpeg", ["jpg", "jpeg"], starts("\u00ff\u00d8\u00ff")),
  inline("image/gif", ["gif"], starts("GIF8")),
  inline(
    "image/webp",
    ["webp"],
    (bytes) => text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 12) === "WEBP",
  ),
  inline("image/avif", ["avif"], brand(["avif", "avis"])),
  inline("image/svg+xml", ["svg"], isSvg),
  inline("image/x-icon", ["ico"], starts("\u0000\u0000\u0001\u0000")),
  inline(
    "video/mp4",
    ["mp4", "m4v"],
    brand(["isom", "iso2", "mp41", "mp42", "avc1", "M4V ", "dash"]),
  ),
  inline("video/webm", ["webm"], starts("\u001aE\u00df\u00a3")),
  inline(
    "audio/mpeg",
    ["mp3"],
    (bytes) =>
      text(bytes, 0, 3) === "ID3" || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2),
  ),
  inline("audio/ogg", ["ogg", "oga", "opus"], starts("OggS")),
  inline("font/woff2", ["woff2"], starts("wOF2")),
  { mediaType: "application/pdf", isInline: false, extensions: ["pdf"], matches: starts("%PDF-") },
];

const UNKNOWN: FileType = { mediaType: "application/octet-stream", isInline: false };

/** Bytes → their type; what is not known is a download. */
export function fileType(bytes: Uint8Array): FileType {
  const { mediaType, isInline } = SIGNATURES.find(({ matches }) => matches(bytes)) ?? UNKNOWN;
  return { mediaType, isInline };
}

/**
 * What is wrong with a file under this name: null, or the type that its bytes have instead.
 *
 * @example typeConflict("images/a.png", jpegBytes) // → image/jpeg
 */
export function typeConflict(key: string, bytes: Uint8Array): string | null {
  const extension = /\.([a-z0-9]+)$/i.exec(key)?.[1]?.toLowerCase() ?? "";
  const named = SIGNATURES.find(({ extensions }) => extensions.includes(extension));
  if (named === undefined || named.matches(bytes)) return null;
  return fileType(bytes).mediaType;
}

function inline(
  mediaType: string,
  extensions: readonly string[],
  matches: Signature["matches"],
): Signature {
  return { mediaType, isInline: true, extensions, matches };
}

function starts(signature: string): Signature["matches"] {
  return (bytes) => text(bytes, 0, signature.length) === signature;
}

/** ISO base media files name their brands in their first box (ISO/IEC 14496-12 §4.3). */
function brand(brands: readonly string[]): Signature["matches"] {
  return (bytes) => text(bytes, 4, 8) === "ftyp" && brands.includes(text(bytes, 8, 12));
}

/** The root element after XML declaration, comments and doctype; looked for in the first kilobyte. */
function isSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 1_024)).trimStart();
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i.test(head);
}

function text(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
