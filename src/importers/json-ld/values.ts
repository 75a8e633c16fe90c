/** Which fields of schema.org name no words of a page: addresses, types, sizes, who publishes it. */

const machine = new Set(
  "@context @id @type acquireLicensePage author breadcrumb contentUrl copyrightHolder copyrightYear coverageEndTime coverageStartTime dateCreated dateModified datePublished discussionUrl duration embedUrl encodingFormat hasPart height identifier inLanguage isAccessibleForFree isPartOf license logo mainEntity mainEntityOfPage potentialAction publisher sameAs speakable thumbnailUrl uploadDate url width wordCount".split(
    " ",
  ),
);

/** Words of a person, also in what only machines read: the job of an author is one word. */
const words = /(?:^|\.)(?:jobTitle|caption|creditText|articleBody|text)$/;

export const machineField = (path: string): boolean =>
  !words.test(path) && (/(?:^|\.)image$/.test(path) || path.split(".").some((key) => machine.has(key)));
