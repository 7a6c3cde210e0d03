// The HTML report in a real browser, where one is installed: accessibility, widths, and the time to open it.
#include <fmt/format.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>

#include "support/golden.hpp"

namespace fs = std::filesystem;

namespace {

bool succeeds(std::string const& command) {
    return std::system(command.c_str()) == 0;
}

bool browser() {
    if (std::getenv("LACUNA_NO_BROWSER") != nullptr) {  // a page is the same bytes whoever built the program
        WARN("skipped: LACUNA_NO_BROWSER is set");
        return false;
    }
    if (succeeds("chromium --version >/dev/null 2>&1")) return true;
    WARN("skipped: chromium is not installed");
    return false;
}

fs::path scratch() {
    auto const folder = fs::path(LACUNA_BINARY_DIR) / "e2e-browser";
    fs::create_directories(folder);
    return folder;
}

// The page that a command makes of the checkout, with words put before the end of its body.
fs::path page(std::string const& command, std::string const& name, std::string const& script = "") {
    auto const file = scratch() / (name + ".html");
    REQUIRE(
        succeeds(fmt::format("cd '{}' && '{}/lacuna' {} --against uncc --quiet --rules rules -o '{}' "
                             "</dev/null",
                             LACUNA_SOURCE_DIR, LACUNA_BINARY_DIR, command, file.string())));
    auto text = lacuna::test::slurp(file);
    auto const end = text.rfind("</body>");
    REQUIRE(end != std::string::npos);
    text.insert(end, script);
    std::ofstream(file) << text;
    return file;
}

// What the page is after its scripts have run.
std::string dom(fs::path const& file, std::string const& options) {
    auto const out = scratch() / "dom.html";
    REQUIRE(
        succeeds(fmt::format("chromium --headless --no-sandbox --disable-gpu {} --virtual-time-budget=60000 "
                             "--dump-dom 'file://{}' >'{}' 2>/dev/null </dev/null",
                             options, file.string(), out.string())));
    return lacuna::test::slurp(out);
}

// The text of <pre id="answer">, which the scripts below write.
std::string answer(std::string const& text) {
    std::string const mark = "<pre id=\"answer\">";
    auto const at = text.find(mark);
    if (at == std::string::npos) return "no answer";
    return text.substr(at + mark.size(), text.find("</pre>", at) - at - mark.size());
}

constexpr auto say = R"(<script>const say = (text) => { const pre = document.createElement("pre");
pre.id = "answer"; pre.textContent = text; document.body.append(pre); };</script>)";

}  // namespace

TEST_CASE("axe-core finds nothing in the page, light or dark, wide or narrow") {
    auto const axe =
        fs::path(LACUNA_SOURCE_DIR) / "build" / "axe" / "node_modules" / "axe-core" / "axe.min.js";
    if (!browser()) return;
    if (!fs::exists(axe)) {
        WARN("skipped: axe-core is not in build/axe (`./dev axe` puts it there)");
        return;
    }
    auto const script = fmt::format(
        "{}<script>{}</script><script>axe.run().then((r) => say(r.violations.map((v) => v.id + ': ' + "
        "v.nodes.slice(0, 3).map((n) => n.target + ' ' + n.failureSummary).join(' | ')).join('\\n') || "
        "'nothing of ' + r.passes.length));</script>",
        say, lacuna::test::slurp(axe));
    for (auto const& file :
         {page("check legislation/xa --articles 7-17 --examples-from legislation/xb", "axe", script),
          page("check legislation/xc --articles 7-18 --with-bill bill-penal-code-amendment.xml", "axe-bill",
               script),
          page("matrix legislation/xa legislation/xb legislation/xc --articles 7-17", "axe-matrix", script)})
        for (std::string const options : {"--window-size=1280,900", "--window-size=390,844",
                                          "--window-size=1280,900 --force-dark-mode --blink-settings="
                                          "preferredColorScheme=0"}) {
            INFO(file << " " << options);
            auto const found = answer(dom(file, options));
            INFO(found);
            CHECK(found.rfind("nothing of ", 0) == 0);
        }
}

TEST_CASE("the matrix is no wider than the window, and hides rows as it is asked") {
    if (!browser()) return;
    auto const script = std::string(say) + R"(<script>
const rows = [...document.querySelectorAll(".grid tr[data-kind]")], shown = () => rows.filter((row) => !row.hidden).length;
const set = (id, value) => { const at = document.getElementById(id); at.value = value; at.dispatchEvent(new Event("change")); };
const facts = [document.documentElement.scrollWidth <= innerWidth ? "fits" : "wide by " + (document.documentElement.scrollWidth - innerWidth)];
const first = shown();
set("m-show", "");
const all = shown();
facts.push(first > 0 && first < all ? "statutes" : "all at first");
set("m-show", "differs");
facts.push(shown() > 0 && shown() < all ? "differs" : "no filter");
set("m-show", ""); set("m-rows", "articles");
facts.push(shown() > 0 && shown() < all ? "articles" : "no articles");
set("m-rows", "");
facts.push(shown() === all ? "all" : "not all");
const cell = document.querySelector(".grid td a");
facts.push(document.getElementById(cell.hash.slice(1)) ? "leads" : "leads nowhere");
say(facts.join(", "));
</script>)";
    auto const file =
        page("matrix legislation/xa legislation/xb legislation/xc --articles 3-17", "matrix", script);
    for (std::string const size : {"1280,900", "500,844"}) {
        INFO(size);
        CHECK(answer(dom(file, "--window-size=" + size)) == "fits, statutes, differs, articles, all, leads");
    }
}

TEST_CASE("the page of what a bill would change fits the window, and its filter and search work") {
    if (!browser()) return;
    auto const script = std::string(say) + R"(<script>
for (const part of document.querySelectorAll("details")) part.open = true;
const rows = [...document.querySelectorAll(".ob")], shown = () => rows.filter((row) => !row.hidden).length;
const set = (id, value, kind) => { const at = document.getElementById(id); at.value = value; at.dispatchEvent(new Event(kind)); };
const facts = [document.documentElement.scrollWidth <= innerWidth ? "fits" : "wide by " + (document.documentElement.scrollWidth - innerWidth)];
const all = shown();
set("f-change", "rose", "change");
facts.push(shown() > 0 && shown() <= all ? "filters" : "no filter");
set("f-search", "zzzz", "input");
setTimeout(() => { facts.push(shown() === 0 ? "searches" : "no search"); say(facts.join(", ")); }, 500);
</script>)";
    auto const file = page("check legislation/xc --articles 7-18 --with-bill bill-penal-code-amendment.xml",
                           "bill", script);
    for (std::string const size : {"1280,900", "500,844"}) {
        INFO(size);
        CHECK(answer(dom(file, "--window-size=" + size)) == "fits, filters, searches");
    }
}

TEST_CASE("the page is no wider than the window, and filters, search and deep links work") {
    if (!browser()) return;
    auto const script = std::string(say) + R"(<script>
const rows = [...document.querySelectorAll(".ob")], shown = () => rows.filter((row) => !row.hidden).length;
const set = (id, value, kind) => { const at = document.getElementById(id); at.value = value; at.dispatchEvent(new Event(kind)); };
const facts = [document.documentElement.scrollWidth <= innerWidth ? "fits" : "wide by " + (document.documentElement.scrollWidth - innerWidth)];
const all = shown();
set("f-verdict", "gap", "change");
facts.push(shown() > 0 && shown() < all ? "filters" : "no filter");
location.hash = "#o-7.1";
setTimeout(() => {
  facts.push(shown() === all ? "links" : "no link");
  set("f-search", "zzzz", "input");
  setTimeout(() => { facts.push(shown() === 0 ? "searches" : "no search"); say(facts.join(", ")); }, 500);
}, 500);
</script>)";
    auto const file = page("check legislation/xa --articles 7-17", "use", script);
    for (std::string const size : {"1280,900", "500,844"}) {
        INFO(size);
        CHECK(answer(dom(file, "--window-size=" + size)) == "fits, filters, links, searches");
    }
}
