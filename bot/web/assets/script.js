// Makes the page handier; everything works without it.
"use strict";

const field = document.getElementById("question");

// "/" goes to the search field, unless somebody is typing.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && field) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

// The highlighted quote stands in the middle of the window, and a screen reader goes on from there.
const quote = document.getElementById("quote");
if (quote && location.hash === "#quote") {
  quote.scrollIntoView({ block: "center" });
  quote.focus({ preventScroll: true });
}

// Where two windows fit, the original opens in one beside this; nothing of it is fetched before.
const beside = document.getElementById("beside");
if (beside && screen.availWidth >= 1100) {
  beside.hidden = false;
  beside.addEventListener("click", (event) => {
    event.preventDefault();
    const half = Math.floor(screen.availWidth / 2);
    const place = `left=${half},top=0,width=${half},height=${screen.availHeight}`;
    window.open(beside.href, "_blank", `popup,noopener,noreferrer,${place}`);
  });
}
