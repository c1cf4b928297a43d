/** The simulated browser of the component tests has no top layer; its popovers are always in the page. */
Object.assign(HTMLElement.prototype, { showPopover: () => {}, hidePopover: () => {} });
