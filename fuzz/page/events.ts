/** Events that no driver can make alike in every engine, made in the page. These functions import nothing. */

function transferOf(files: readonly File[], text: string | null): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  if (text !== null) transfer.setData("text/plain", text);
  return transfer;
}

function fileOf(name: string, content: string | readonly number[]): File {
  return new File([typeof content === "string" ? content : new Uint8Array(content)], name);
}

/** Drops a file on the body, as a hand that misses the dialog does, or gives it to a file field. */
export function giveFile(
  name: string,
  content: string | readonly number[],
  field: number | null,
): boolean {
  const dataTransfer = transferOf([fileOf(name, content)], null);
  if (field === null) {
    for (const type of ["dragenter", "dragover", "drop"])
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }),
      );
    return true;
  }
  const input = document.querySelectorAll<HTMLInputElement>("input[type=file]")[field];
  if (!input) return false;
  input.files = dataTransfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

/** Pastes into the focused field; a page that takes the paste itself gets the event alone. */
export function paste(text: string): void {
  const field = document.activeElement;
  const clipboardData = transferOf([], text);
  const isFree = field?.dispatchEvent(
    new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }),
  );
  // The only way that fires the events of typing.
  if (isFree) document.execCommand("insertText", false, text);
}

/** Types as an input method does, with its events. */
export function compose(texts: readonly string[]): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const start = field.selectionStart;
  if (start === null) return; // a field of another kind, as of a dialog that has just opened
  const fire = (type: string, data: string): boolean =>
    field.dispatchEvent(new CompositionEvent(type, { bubbles: true, data }));
  fire("compositionstart", "");
  for (const text of texts) {
    const init = { bubbles: true, key: "Process", isComposing: true };
    field.dispatchEvent(new KeyboardEvent("keydown", init));
    fire("compositionupdate", text);
    document.execCommand("insertText", false, text);
    field.setSelectionRange(start, start + text.length);
  }
  fire("compositionend", texts.at(-1) ?? "");
  field.setSelectionRange(field.value.length, field.value.length);
}

export function chooseOption(element: Element | null, index: number): boolean {
  if (!(element instanceof HTMLSelectElement) || element.disabled) return false;
  element.focus();
  const { value } = element.options[index % Math.max(1, element.options.length)] ?? {};
  if (value === undefined) return false;
  element.value = value;
  for (const type of ["input", "change"]) element.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}

/** A tab that another one covers. */
export function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, "hidden", { configurable: true, value: isHidden });
  Object.defineProperty(document, "visibilityState", {
    configurable: true,
    value: isHidden ? "hidden" : "visible",
  });
  document.dispatchEvent(new Event("visibilitychange"));
}
