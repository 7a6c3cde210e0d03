// Country files and what they select, on small folders made for the purpose.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "base/render.hpp"
#include "country/country.hpp"

namespace fs = std::filesystem;
using namespace lacuna;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("lacuna-country-test." + std::to_string(::getpid()));
    Folder() {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
    void write(std::string const& name, std::string const& text) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name) << text;
    }
};

struct Result {
    country::Selection selection;
    std::string errors;
    std::vector<std::string> names;
};

Result run(Folder const& folder, std::vector<fs::path> const& paths,
           country::SelectOptions const& options = {}) {
    SourceMap sources;
    Diagnostics diagnostics;
    Result result;
    result.selection = country::select(paths, sources, diagnostics, options);
    result.errors = render(diagnostics.sorted(), sources);
    for (auto const& file : result.selection.files)
        result.names.push_back(file.lexically_relative(folder.path).string());
    return result;
}

std::string const good = R"({
  "schema": "lacuna-country/1",
  "code": "xz",
  "name": "Testland",
  "languages": ["en"],
  "acts": [ { "file": "b.xml", "kinds": ["procedure"] }, { "file": "a.xml" } ],
  "bills": [ { "file": "bill.xml", "kinds": ["substantive"] } ],
  "reservations": [ { "instrument": "uncc", "article": "11.3", "text": "not this" } ],
  "declarations": [ { "instrument": "uncc", "article": "7.2" } ]
}
)";

}  // namespace

TEST_CASE("a country file selects its acts in the order of their paths, and no bill") {
    Folder folder;
    folder.write("country.json", good);
    for (auto const* name : {"a.xml", "b.xml", "bill.xml"}) folder.write(name, "<x/>");
    auto const result = run(folder, {folder.path});
    CHECK(result.errors.empty());
    CHECK(result.names == std::vector<std::string>{"a.xml", "b.xml"});
    auto const& country = result.selection.country;
    CHECK(country.name == "Testland");
    CHECK_FALSE(country.assumed);
    CHECK(result.selection.assumed.empty());
    CHECK(result.selection.kinds.size() == 1);
    CHECK(result.selection.kinds.at((folder.path / "b.xml").string()) ==
          std::vector<std::string>{"procedure"});
    REQUIRE(country.reservation("uncc", "11.3") != nullptr);
    CHECK(country.reservation("uncc", "11.3")->text == "not this");
    CHECK(country.reservation("uncc", "7.2")->declaration);
    CHECK(country.reservation("uncc", "7.3") == nullptr);
}

TEST_CASE("a country file gives titles, and names law that could not be given") {
    Folder folder;
    folder.write("country.json",
                 R"({ "schema": "lacuna-country/1", "code": "xz", "name": "T", "languages": ["en"],
  "acts": [ { "file": "a.xml", "title": "The Act" }, { "file": "b.xml" } ],
  "bills": [ { "file": "bill.xml", "title": "The Bill" } ],
  "not_read": [ { "title": "Extradition Act", "kinds": ["cooperation"], "note": "out of print" },
                { "title": "Evidence Act" }, { "kinds": ["procedure"] } ] })");
    for (auto const* name : {"a.xml", "b.xml", "bill.xml"}) folder.write(name, "<x/>");
    auto const result = run(folder, {folder.path}, {{"bill.xml"}});
    CHECK(result.errors.find("has no 'title'") != std::string::npos);
    using Titles = std::map<std::string, std::string>;
    CHECK(result.selection.titles == Titles{{(folder.path / "a.xml").string(), "The Act"},
                                            {(folder.path / "bill.xml").string(), "The Bill"}});
    auto const& not_read = result.selection.country.not_read;
    REQUIRE(not_read.size() == 2);
    CHECK(not_read[0].title == "Extradition Act");
    CHECK(not_read[0].kinds == std::vector<std::string>{"cooperation"});
    CHECK(not_read[1].kinds.empty());
}

TEST_CASE("a bill is read only when it is asked for") {
    Folder folder;
    folder.write("country.json", good);
    for (auto const* name : {"a.xml", "b.xml", "bill.xml"}) folder.write(name, "<x/>");
    auto const result = run(folder, {folder.path}, {{"bill.xml"}});
    CHECK(result.names == std::vector<std::string>{"a.xml", "b.xml", "bill.xml"});
    auto const path = (folder.path / "bill.xml").string();
    CHECK(result.selection.as_law.count(path) == 1);
    CHECK(result.selection.kinds.at(path) == std::vector<std::string>{"substantive"});
}

TEST_CASE("without a country file a folder is a set, and what is assumed is said") {
    Folder folder;
    folder.write("deep/z.xml", "<x/>");
    folder.write("a.xml", "<x/>");
    folder.write("readme.md", "no act");
    auto const result = run(folder, {folder.path, folder.path / "a.xml"});
    CHECK(result.errors.empty());
    CHECK(result.names == std::vector<std::string>{"a.xml", "deep/z.xml"});
    CHECK(result.selection.country.assumed);
    CHECK(result.selection.assumed.size() == 3);
    CHECK(result.selection.named_after.empty());  // two paths: no folder stands for the country
    auto const one = run(folder, {folder.path / "deep/"});
    CHECK(one.selection.named_after == "deep");
    CHECK(one.selection.assumed.size() == 4);
}

TEST_CASE("mistakes in a country file are named with their line, and stop nothing else") {
    Folder folder;
    folder.write("a.xml", "<x/>");
    folder.write("country.json", R"({
  "schema": "lacuna-country/1",
  "code": 7,
  "languages": ["en", 3],
  "acts": [
    { "file": "a.xml" },
    { "file": "gone.xml" },
    { "file": "../secret.xml" },
    { "fil": "a.xml" }
  ],
  "reservatoins": []
})");
    auto const result = run(folder, {folder.path});
    INFO(result.errors);
    CHECK(result.names == std::vector<std::string>{"a.xml"});
    CHECK(result.errors.find("country.json:3:11: error[C002]: 'code' must be a text, and is a number") !=
          std::string::npos);
    CHECK(result.errors.find(":1:1: error[C002]: country file has no 'name'") != std::string::npos);
    CHECK(result.errors.find(":4:23: error[C002]: 'languages' holds a number, not a text") !=
          std::string::npos);
    CHECK(result.errors.find(":7:15: error[C003]") != std::string::npos);
    CHECK(result.errors.find(":8:15: error[C002]: '../secret.xml' leads out of the folder") !=
          std::string::npos);
    CHECK(result.errors.find("did you mean 'file'?") != std::string::npos);
    CHECK(result.errors.find("did you mean 'reservations'?") != std::string::npos);
    CHECK(result.selection.assumed.back() == "a part of country.json that holds an error is left out");
}

TEST_CASE("a file that is no JSON is an error at its place") {
    Folder folder;
    folder.write("a.xml", "<x/>");
    SECTION("syntax") {
        folder.write("country.json", "{\n  \"schema\": \"lacuna-country/1\",\n  oops\n}");
        auto const result = run(folder, {folder.path});
        CHECK(result.errors.find("country.json:3:3: error[C001]") != std::string::npos);
        CHECK(result.names == std::vector<std::string>{"a.xml"});
        // What it says of reservations is not known: that there are none would be untrue.
        CHECK(std::count_if(result.selection.assumed.begin(), result.selection.assumed.end(),
                            [](auto const& row) {
                                return row.find("country.json could not be read") != std::string::npos;
                            }) == 1);
        CHECK(std::none_of(
            result.selection.assumed.begin(), result.selection.assumed.end(),
            [](auto const& row) { return row.find("made no reservation") != std::string::npos; }));
    }
    SECTION("twice the same member") {
        folder.write("country.json", "{\n  \"code\": \"xz\",\n  \"code\": \"xy\"\n}");
        CHECK(run(folder, {folder.path}).errors.find(":3:3: error[C001]: member 'code' stands twice") !=
              std::string::npos);
    }
    SECTION("nested without end") {
        folder.write("country.json", std::string(100'000, '['));
        CHECK(run(folder, {folder.path}).errors.find("nested more than 64 deep") != std::string::npos);
    }
    SECTION("not UTF-8, cut off, a bare value") {
        for (auto const* text : {"\xff\xfe{}", "{\"a\": [1, 2", "{\"a\": \"\xc3", "\"text\"", "nul"}) {
            folder.write("country.json", text);
            INFO(text);
            CHECK(run(folder, {folder.path}).errors.find("error[C001]") != std::string::npos);
        }
    }
}

TEST_CASE("an act that the country file does not list is not read, and is named") {
    Folder folder;
    folder.write("country.json", good);
    for (auto const* name : {"a.xml", "b.xml", "bill.xml", "extra.xml"}) folder.write(name, "<x/>");
    auto const result = run(folder, {folder.path});
    CHECK(result.names.size() == 2);
    CHECK(result.errors.find("extra.xml: warning[C005]") != std::string::npos);
}

TEST_CASE("acts of two countries are no set") {
    Folder folder;
    for (auto const* place : {"one", "two"}) {
        folder.write(std::string(place) + "/country.json",
                     R"({"schema": "lacuna-country/1", "code": "xz", "name": "N", "languages": ["en"]})");
        folder.write(std::string(place) + "/a.xml", "<x/>");
    }
    auto const result = run(folder, {folder.path / "one", folder.path / "two"});
    CHECK(result.errors.find("two countries") != std::string::npos);
}
