// Looks through a whole page for what a text may have become; gives what it finds. Run by touring.py.
(own) => {
  const faults = [];
  const never = "iframe object embed base area math foreignobject video audio source form marquee animate set use applet frame meta[http-equiv=refresh]";
  for (const name of never.split(" ")) if (document.querySelector(name)) faults.push(`<${name}>`);
  for (const each of document.querySelectorAll("*")) {
    const name = each.localName;
    const address = (key) => each.getAttribute(key) ?? each.getAttributeNS("http://www.w3.org/1999/xlink", key);
    for (const { name: key } of each.attributes) if (/^on/i.test(key)) faults.push(`${name} ${key}`);
    for (const key of ["href", "src", "action", "formaction", "data", "srcset", "background", "poster"]) {
      const value = address(key);
      if (value === null) continue;
      const url = new URL(value, document.baseURI);
      const stays = url.href.startsWith(own) || url.protocol === "data:" && name === "link";
      const outward = name === "a" && key === "href" && /^https?:$/.test(url.protocol) && (each.rel || "").includes("noopener");
      if (!stays && !outward) faults.push(`${name} ${key}=${value}`);
    }
    if (each.closest("svg") && (name === "a" || name === "image" || name === "script")) faults.push(`${name} in a picture`);
    if (["b", "img", "input", "details", "video", "style", "script", "link"].includes(name) && each.closest(".panel mark, .panel h2, .what, .where, .tab, .quote")) {
      faults.push(`${name} in a text`);
    }
    if (/outside\.example|expression|javascript:/.test(each.getAttribute("style") || "")) faults.push(`${name} style`);
  }
  for (const each of document.querySelectorAll("script:not([src])")) {
    if (each.type !== "application/json" && /window\.ran/.test(each.textContent) && !each.id) faults.push("script with a payload");
  }
  if (window.ran !== undefined) faults.push("ran");
  return faults;
}
