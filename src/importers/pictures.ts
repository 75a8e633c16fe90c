/** From figures and addresses of pictures to named figures, and from each name to the addresses. */
import type { Block, Figure } from "../model/block.ts";
import type { FoundPost } from "../model/live-page.ts";
import { makePictureNames, nameFigures, namePictures } from "./picture-names.ts";
import { type OriginSite, pictureAddresses } from "./saved-page/site.ts";

export interface NamedPictures {
  /** Makes a figure without a name. `addresses` are those of its picture, the best first. */
  figure(figure: Omit<Figure, "kind" | "file">, addresses: readonly string[]): Figure;
  /** Makes a placeholder for the poster of a recording, until the post is named. */
  poster(addresses: readonly string[]): string;
  named(post: FoundPost): FoundPost;
  namedBlocks(blocks: readonly Block[]): readonly Block[];
  /** The site of the data; the addresses of a saved page are already absolute. */
  readonly site?: OriginSite;
  /** The addresses of each picture, by the name of its figure. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
}

export function makeNamedPictures(site?: OriginSite): NamedPictures {
  const nameOf = makePictureNames();
  const known = new Map<Figure, readonly string[]>();
  const posters = new Map<string, readonly string[]>();
  const addresses = new Map<string, readonly string[]>();
  const name = (figure: Figure, clock: string): string => {
    const given = nameOf(figure, clock);
    addresses.set(given, known.get(figure) ?? posters.get(figure.file) ?? []);
    return given;
  };
  const whole = (found: readonly string[]): readonly string[] =>
    site === undefined ? found : pictureAddresses(found, site);
  return {
    ...(site !== undefined && { site }),
    figure(content, found) {
      const figure: Figure = { kind: "figure", file: "", ...content };
      known.set(figure, whole(found));
      return figure;
    },
    poster(found) {
      const stand = `poster ${posters.size}`;
      posters.set(stand, whole(found));
      return stand;
    },
    named: (post) => namePictures(post, name),
    namedBlocks: (blocks) => nameFigures(blocks, (figure) => name(figure, "")),
    addresses,
  };
}
