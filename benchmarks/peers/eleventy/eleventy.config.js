// What Eleventy is told of the measured site.
module.exports = (config) => {
  const inOrder = (one, other) => (one.data.title < other.data.title ? -1 : 1);
  config.addCollection("entries", (all) => all.getFilteredByGlob("content/{groups,places}/*.md"));
  config.addFilter("inArea", (entries, area) => entries.filter((one) => one.data.area === area));
  config.addFilter("byTitle", (entries) => [...entries].sort(inOrder));
  config.addFilter("newest", (entries) => entries.slice(-20).reverse());
  config.addFilter("others", (entries, url) =>
    entries.slice(0, 6).filter((entry) => entry.url !== url).slice(0, 5));
  config.addFilter("words", (name) => name.replaceAll("_", " "));
  config.addFilter("instant", (date) => date.toISOString());
  return {
    dir: { input: "content", includes: "../_includes", data: "../_data" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "njk"],
  };
};
