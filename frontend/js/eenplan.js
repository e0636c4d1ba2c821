/* Everything works without this file; it only adds comfort and safety. */
(() => {
  "use strict";

  // A fresh page has autofocus for this; after a swap the error summary must be given the focus.
  const naarFouten = () => document.querySelector("[data-ep-fouten]")?.focus();

  // Blank first, then leave: nobody should read along while the next page loads.
  const verlaat = (adres) => {
    document.documentElement.classList.add("ep-weg");
    document.title = "";
    window.location.replace(adres);
  };

  let shifts = 0;
  let laatste = 0;

  const driemaalShift = (toets) => {
    const knop = document.querySelector("[data-ep-verlaat]");
    if (!knop || toets.repeat) return;
    const nu = Date.now();
    shifts = toets.key === "Shift" ? (nu - laatste < 1000 ? shifts + 1 : 1) : 0;
    laatste = nu;
    if (shifts === 3) verlaat(knop.href);
  };

  document.addEventListener("keydown", driemaalShift);
  document.addEventListener("click", (klik) => {
    const knop = klik.target.closest?.("[data-ep-verlaat]");
    if (!knop) return;
    klik.preventDefault();
    verlaat(knop.href);
  });
  document.addEventListener("htmx:afterSwap", naarFouten);
})();
