/** From the bytes of a picture to why no page can show it. The decoder is loaded when a picture is asked about. */

/** Undefined for a picture that can be shown. */
export async function whyUnusable(bytes: Uint8Array): Promise<string | undefined> {
  const { reportOnPicture } = await import("./open.ts");
  const report = await reportOnPicture(bytes);
  return "fault" in report ? report.fault.message : undefined;
}
