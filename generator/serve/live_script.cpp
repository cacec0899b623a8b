#include "serve/responses.hpp"

namespace localoffer {

/// Waits for the next build, reloads the page when the site has changed, and shows errors over it. The box is
/// an alert for screen readers, takes no focus, and can be closed with its button or with Escape. Texts go in
/// as text.
std::string_view live_script() {
  static constexpr std::string_view script = R"JS((() => {
  "use strict";
  const mine = Number(document.currentScript.dataset.shown);
  let box = null;
  let told = "";

  const element = (name, text, style) => {
    const made = document.createElement(name);
    made.textContent = text;
    Object.assign(made.style, style);
    return made;
  };

  const close = () => {
    if (box) box.remove();
    box = null;
  };

  const show = (errors) => {
    close();
    box = document.createElement("div");
    Object.assign(box.style, {
      position: "fixed", left: "0", right: "0", bottom: "0", maxHeight: "60vh", overflow: "auto", zIndex: "2147483647",
      boxSizing: "border-box", padding: "1rem", background: "#ffffff", color: "#0b0c0c", font: "1rem/1.4 sans-serif",
      borderTop: "0.5rem solid #b00020",
    });
    box.setAttribute("role", "alert");
    box.id = "localoffer-problems";
    const count = errors.length === 1 ? "There is an error in the content" : `There are ${errors.length} errors in the content`;
    const button = element("button", "Close this list of errors", {
      font: "inherit", padding: "0.5rem 1rem", color: "#0b0c0c", background: "#ffffff", border: "2px solid #0b0c0c",
    });
    button.type = "button";
    button.addEventListener("click", close);
    const note = mine === 0 ? "" : "The page behind is the last version that could be built.";
    box.append(element("p", count, { fontWeight: "bold", fontSize: "1.25rem", margin: "0 0 0.5rem" }));
    if (note) box.append(element("p", note, { margin: "0 0 0.5rem" }));
    const list = element("div", "", { margin: "0 0 1rem" });
    list.tabIndex = 0;
    list.setAttribute("role", "region");
    list.setAttribute("aria-label", "Errors");
    for (const error of errors)
      list.append(element("pre", error.text, { margin: "0 0 1rem", whiteSpace: "pre-wrap", font: "0.9rem/1.4 monospace" }));
    box.append(list, button);
    document.body.append(box);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });

  const follow = (status) => {
    if (status.shown !== mine) {
      location.reload();
      return false;
    }
    const errors = status.problems.filter((problem) => problem.severity === "error");
    const now = JSON.stringify(errors);
    if (errors.length === 0) close();
    else if (now !== told) show(errors);
    told = now;
    return true;
  };

  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  const listen = async () => {
    let build = 0;
    for (;;) {
      try {
        const answer = await fetch(`/_localoffer/status?after=${build}`, { cache: "no-store" });
        const status = await answer.json();
        build = status.build;
        if (!follow(status)) return;
      } catch {
        build = 0; // the server has ended, or begins again
        await pause(1000);
      }
    }
  };
  listen();
})();
)JS";
  return script;
}

} // namespace localoffer
