// Prints, shares and copies the page's address with what the browser has. A button shows only where it can work.
const list = document.getElementById("send-page");
const url = document.querySelector("link[rel=canonical]")?.href ?? location.href;
const root = document.documentElement;

const does = {
  share: navigator.share && (() => navigator.share({ title: document.title, url }).catch(() => {})), // given up: no harm
  copy: navigator.clipboard?.writeText && copy,
  print: window.print && (() => print()),
  large: window.print && printLarge,
};

function copy() {
  const say = (text) => (status.textContent = text);
  navigator.clipboard.writeText(url).then(
    () => say(list.dataset.copied),
    () => say(list.dataset.notCopied),
  );
}

function printLarge() {
  root.classList.add("large-print");
  print();
}

const status = document.createElement("p");
if (list) {
  for (const button of list.querySelectorAll("button")) {
    if (!does[button.dataset.does]) continue;
    button.onclick = does[button.dataset.does];
    button.parentElement.hidden = false;
  }
  status.setAttribute("role", "status");
  list.after(status);
  addEventListener("afterprint", () => root.classList.remove("large-print"));
}
