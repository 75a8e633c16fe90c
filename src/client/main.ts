/** Begins the script of a page: an enhancement, never needed to read. Everything else in this folder is called from here. */

document.documentElement.classList.add("scripted");
