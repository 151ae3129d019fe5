// Lets the keyboard reach what is wider than the card: code and tables that scroll in their place.
(() => {
  const reach = () => {
    const wide = Array.from(document.querySelectorAll(".dg pre, .dg table")).filter((one) => one.scrollWidth > one.clientWidth);
    wide.forEach((one) => (one.tabIndex = 0));
  };
  reach();
  if (document.fonts) document.fonts.ready.then(reach);
})();
