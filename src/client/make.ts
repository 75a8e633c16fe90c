/** Makes DOM elements from a tag, properties and children. */

type Properties<Tag extends keyof HTMLElementTagNameMap> = {
  readonly [name in keyof HTMLElementTagNameMap[Tag]]?: HTMLElementTagNameMap[Tag][name];
};

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties<Tag> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export const makeButton = (words: string, press: () => void): HTMLButtonElement => {
  const button = make("button", { type: "button" }, words);
  button.addEventListener("click", press);
  return button;
};
