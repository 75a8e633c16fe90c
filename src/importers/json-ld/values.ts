/** From the path of a schema.org field to whether only machines read it: addresses, types, sizes, the publisher. */

const machine = new Set(
  "@context @id @type acquireLicensePage author breadcrumb contentUrl copyrightHolder copyrightYear coverageEndTime coverageStartTime dateCreated dateModified datePublished discussionUrl duration embedUrl encodingFormat hasPart height identifier inLanguage isAccessibleForFree isPartOf license logo mainEntity mainEntityOfPage potentialAction publisher sameAs speakable thumbnailUrl uploadDate url width wordCount".split(
    " ",
  ),
);

/** Fields with a person's words, even inside a machine's field: an author's job can be one word. */
const words = /(?:^|\.)(?:jobTitle|caption|creditText|articleBody|text)$/;

export const machineField = (path: string): boolean =>
  !words.test(path) && (/(?:^|\.)image$/.test(path) || path.split(".").some((key) => machine.has(key)));
