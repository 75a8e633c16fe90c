/** The figures of a page that names its pictures: what each is called here, and where its bytes may be. */
import type { Block, Figure } from "../model/block.ts";
import type { FoundPost } from "../model/live-page.ts";
import { makePictureNames, nameFigures, namePictures } from "./picture-names.ts";
import { type OriginSite, pictureAddresses } from "./saved-page/site.ts";

export interface NamedPictures {
  /** A figure without its name, and the addresses of its picture, the best first. */
  figure(figure: Omit<Figure, "kind" | "file">, addresses: readonly string[]): Figure;
  /** What stands for the poster of a recording until the post is named. */
  poster(addresses: readonly string[]): string;
  named(post: FoundPost): FoundPost;
  namedBlocks(blocks: readonly Block[]): readonly Block[];
  /** Where the page of the data was published; a saved page writes its addresses whole itself. */
  readonly site?: OriginSite;
  /** By the name that a figure was given. */
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
