/** What a person says of a live page or a post -> its file in `content/`, in one transaction. */
import { findPage, findPost } from "../archive/new/find-post.ts";
import { type NewPage, newPage } from "../archive/new/page.ts";
import { type NewPost, newPost } from "../archive/new/post.ts";
import { commit, withLock } from "../base/transaction/transaction.ts";

/** Gives the slug and the file. Throws a Refusal, and has changed nothing then. */
export const beginPage = (root: string, page: NewPage): Promise<{ readonly slug: string; readonly file: string }> =>
  withLock(root, () => {
    const { slug, change } = newPage(root, page);
    commit(root, [change]);
    return { slug, file: change.path };
  });

export interface BegunPost {
  readonly id: string;
  readonly file: string;
  /** Pictures that a copy names and its live page does not hold. */
  readonly absent: readonly string[];
}

/** `slug`: of its live page. `copy`, a path from `folder` or from the root, or an id, names the post that it begins as. */
export const beginPost = (root: string, slug: string, folder: string, post: NewPost): Promise<BegunPost> =>
  withLock(root, () => {
    const copy = post.copy === undefined ? undefined : findPost(root, folder, post.copy).file;
    const { id, change, absent } = newPost(root, findPage(root, slug), { ...post, copy });
    commit(root, [change]);
    return { id, file: change.path, absent };
  });
