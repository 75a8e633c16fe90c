/** From the bytes of a picture to why no page can show it. The decoder is loaded when a picture is asked about. */

/** Undefined for a picture that can be shown. */
export async function whyUnusable(bytes: Uint8Array): Promise<string | undefined> {
  const { faultOf } = await import("./open.ts");
  return (await faultOf(bytes))?.message;
}
