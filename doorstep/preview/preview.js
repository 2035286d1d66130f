// The preview's own script: shows the page again when the guide was made again, and says what
// needs mending. It is in no published page.
(function () {
  "use strict";

  const script = document.currentScript;
  const shown = script.dataset.edition;
  const own = script.src.replace(/preview\.js$/, "");
  const DISMISSED = "doorstep-preview-dismissed";
  let source = null;
  let dialog = null;

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function addStyles() {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = own + "preview.css";
    document.head.append(link);
  }

  function hide() {
    if (dialog) {
      dialog.remove();
      dialog = null;
    }
  }

  function heading(count) {
    return count === 1 ? "1 thing needs a word from you" : count + " things need a word from you";
  }

  function show(problems, summary) {
    hide();
    dialog = element("dialog", "doorstep-preview", "");
    const title = element("h2", "doorstep-preview__title", heading(problems.length));
    title.id = "doorstep-preview-title";
    dialog.setAttribute("aria-labelledby", title.id);
    const close = element("button", "doorstep-preview__close", "Close");
    close.type = "button";
    close.addEventListener("click", () => dialog.close());
    // Above the problems: it is given the focus, and with it the screen, however many follow.
    dialog.append(title, element("p", "doorstep-preview__summary", summary), close);
    for (const problem of problems) {
      dialog.append(element("pre", "doorstep-preview__problem", problem));
    }
    // Esc closes too: either way, the same problems are not put in the way again.
    dialog.addEventListener("close", () => {
      sessionStorage.setItem(DISMISSED, JSON.stringify(problems));
      hide();
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  function hear(event) {
    const news = JSON.parse(event.data);
    if (news.edition !== shown) {
      source.close();
      location.reload();
      return;
    }
    if (sessionStorage.getItem(DISMISSED) === JSON.stringify(news.problems)) {
      return;
    }
    sessionStorage.removeItem(DISMISSED);
    if (news.problems.length) {
      show(news.problems, news.summary);
    } else {
      hide();
    }
  }

  // Browsers keep few lines open to one server: pages that nobody sees give theirs up, and
  // hear the latest as soon as they are seen.
  function listen() {
    if (source) {
      source.close();
    }
    source = null;
    if (!document.hidden) {
      source = new EventSource(own + "changes");
      source.addEventListener("message", hear);
    }
  }

  addStyles();
  document.addEventListener("visibilitychange", listen);
  listen();
})();
