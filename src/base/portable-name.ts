/** From a name to whether Windows keeps it for a device: an archive with such a name cannot be copied there. */

/** True for `con`, `nul.txt`, `com1` and the like, in any case and with any ending. */
export const isDeviceName = (name: string): boolean =>
  /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?:\.|\s*$)/i.test(name.slice(0, 40));
