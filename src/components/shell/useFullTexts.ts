/** A text that ends in an ellipsis, because its place is too narrow, shows in full while the pointer is on it. */
import { useEffect } from "react";

const OWN = "fullText"; // marks a hint that is from here

/** The element around the target that cuts its text off; null: none. */
function cutAround(target: Element): HTMLElement | null {
  const cut = target.closest<HTMLElement>("body *");
  for (let each = cut; each; each = each.parentElement)
    if (getComputedStyle(each).textOverflow === "ellipsis") return each;
  return null;
}

function onPointerOver({ target }: PointerEvent): void {
  const element = target instanceof Element ? cutAround(target) : null;
  if (!element || (element.title !== "" && !(OWN in element.dataset))) return;
  if (element.scrollWidth > element.clientWidth) {
    element.title = element.textContent.trim();
    element.dataset[OWN] = "";
  } else if (OWN in element.dataset) {
    element.removeAttribute("title");
    delete element.dataset[OWN];
  }
}

export function useFullTexts(): void {
  useEffect(() => {
    document.addEventListener("pointerover", onPointerOver);
    return () => document.removeEventListener("pointerover", onPointerOver);
  }, []);
}
