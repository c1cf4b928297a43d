/** A figure as a picture of pixels, for programs that take no SVG. */

const SCALE = 2; // pixels of the picture for each pixel of the figure

/** The address of a figure as a picture. The page's policy allows data addresses. */
export function addressOf(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/**
 * @throws if the browser cannot draw the figure
 */
export async function toPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = addressOf(svg);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("picture: the browser has no canvas");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error("picture: the browser made no PNG"));
    }, "image/png");
  });
}

/** Whether the picture is in the clipboard, which can be missing (no secure origin) or forbidden. */
export async function copyPicture(svg: string): Promise<boolean> {
  const png = toPng(svg);
  png.catch(() => undefined); // the clipboard reports it, where there is one
  try {
    // Safari wants the item in the click itself, so the picture is a promise in it.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is in the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
