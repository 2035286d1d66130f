"""What Pelican is told of the measured site."""

SITENAME = "Measured guide"
SITEURL = "https://measured.example.org/guide"
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
THEME = "."
THEME_STATIC_PATHS: list[str] = []

ARTICLE_URL = "{kind}/{slug}/"
ARTICLE_SAVE_AS = "{kind}/{slug}/index.html"
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = "topics/{slug}/index.html"
CATEGORY_URL = "areas/{slug}/"
CATEGORY_SAVE_AS = "areas/{slug}/index.html"
AUTHOR_SAVE_AS = ""

DIRECT_TEMPLATES = ["index", "a_to_z", "sitemap"]
A_TO_Z_SAVE_AS = "a-to-z/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"

FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
RSS_FEED_SUMMARY_ONLY = True

CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True

FACTS = (
    "number", "for", "open", "when", "where", "area", "come_along", "cost", "access", "languages",
    "contact", "you_can_help", "works_with", "checked",
)  # fmt: skip
