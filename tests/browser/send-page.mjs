// To send, share, copy and print a page, and to say if it is useful.
import { NARROW } from "./chromium.mjs";

const mailOf = (href) => {
  const url = new URL(href);
  return { to: url.pathname, subject: url.searchParams.get("subject"), body: url.searchParams.get("body") };
};

/// Mail links need no script, and name the page that they stand on.
async function withoutScripts(browser, origin, routes, check) {
  const context = await browser.newContext({ viewport: NARROW, javaScriptEnabled: false });
  const page = await context.newPage();
  for (const route of routes.filter((one) => one !== "/404.html")) {
    await page.goto(origin + route);
    const { canonical, heading, send, useful, buttons } = await page.evaluate(() => ({
      canonical: document.querySelector("link[rel=canonical]").href,
      heading: document.querySelector("h1").textContent,
      send: document.querySelector("#send-page a").href,
      useful: [...document.querySelectorAll(".page-use ul:last-of-type a")].map((a) => a.href),
      buttons: [...document.querySelectorAll("button")].filter((b) => b.checkVisibility() && !b.form).length,
    }));
    const mail = mailOf(send);
    check(`${route}: a mail to nobody yet names the page`, mail.to === "" && mail.subject === heading && mail.body === canonical, send);
    check(`${route}: without scripts there is no button without use`, buttons === 0, buttons);
    check(`${route}: one can say if it is useful`, useful.length >= 1 && useful.length <= 2, useful.join(" "));
    for (const href of useful.filter((one) => one.startsWith("mailto:"))) {
      const { to, subject, body } = mailOf(href);
      check(`${route}: the answer names the page`, to.includes("@") && subject.endsWith(heading) && body === canonical, href);
    }
    for (const href of useful.filter((one) => !one.startsWith("mailto:")))
      check(`${route}: the form is told the page`, href.startsWith("https://") && href.includes(encodeURIComponent(canonical)), href);
    await page.emulateMedia({ media: "print" });
    check(`${route}: its address is printed`, await page.$eval(".page-address", (p, address) => p.checkVisibility() && p.textContent.includes(address), canonical));
    await page.emulateMedia({ media: null });
  }
  await context.close();
}

async function withScripts(browser, origin, check) {
  const context = await browser.newContext({ viewport: NARROW, permissions: ["clipboard-read", "clipboard-write"] });
  await context.addInitScript(() => {
    window.printed = [];
    window.print = () => window.printed.push(document.documentElement.classList.contains("large-print"));
    window.shared = [];
    navigator.share = async (what) => void window.shared.push(what);
  });
  const page = await context.newPage();
  await page.goto(origin + "/");
  const canonical = await page.$eval("link[rel=canonical]", (link) => link.href);
  for (const does of ["share", "copy", "print", "large"]) await page.click(`#send-page [data-does=${does}]`);
  check("first as it is, then in large print", JSON.stringify(await page.evaluate(() => window.printed)) === "[false,true]");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  check("after printing all is as before", !(await page.$eval("html", (html) => html.classList.contains("large-print"))));
  const shared = await page.evaluate(() => window.shared);
  check("what is shared is the page", shared.length === 1 && shared[0].url === canonical && shared[0].title === (await page.title()), JSON.stringify(shared));
  check("what is copied is the address", (await page.evaluate(() => navigator.clipboard.readText())) === canonical);
  check("that it is copied is told", (await page.textContent("#send-page + [role=status]")) === "You have copied it.");
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await page.click("#send-page [data-does=copy]");
  check("that it is not copied is told", (await page.textContent("#send-page + [role=status]")).includes("did not copy"));
  await context.close();

  const bare = await browser.newContext({ viewport: NARROW });
  await bare.addInitScript(() => {
    Object.defineProperty(navigator, "share", { value: undefined });
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  const plain = await bare.newPage();
  await plain.goto(origin + "/");
  const names = await plain.$$eval("#send-page button", (all) => all.filter((b) => b.checkVisibility()).map((b) => b.dataset.does));
  check("what the browser cannot do is not offered", names.join() === "print,large", names.join());
  await bare.close();
}

export async function sendPage(browser, origin, routes, check) {
  await withoutScripts(browser, origin, routes, check);
  await withScripts(browser, origin, check);
}
