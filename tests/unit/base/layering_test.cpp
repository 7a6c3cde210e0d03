// The house rules that a compiler does not see: a room includes only rooms to its left, and each foreign
// library stays in its room.
#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "support/golden.hpp"

namespace fs = std::filesystem;

namespace {

std::map<std::string, std::set<std::string>> const rooms_seen_by{
    {"base", {}},
    {"akn", {"base"}},
    {"dsl", {"base"}},
    {"country", {"base"}},
    {"text", {"akn", "base"}},
    {"program", {"dsl", "text", "akn", "base"}},
    {"match", {"program", "dsl", "text", "akn", "base"}},
    {"coverage", {"match", "program", "dsl", "country", "akn", "base"}},
    {"score", {"coverage", "match", "program", "dsl", "country", "akn", "base"}},
    {"report", {"coverage", "match", "program", "dsl", "country", "akn", "base"}},
    {"cli", {"report", "score", "coverage", "match", "program", "dsl", "country", "text", "akn", "base"}},
};

// Foreign header -> folders that may include it.
std::vector<std::pair<std::string, std::vector<std::string>>> const homes{
    {"pugixml", {"akn/"}},        {"boost/spirit", {"dsl/grammar/"}},
    {"boost/", {"dsl/grammar/"}}, {"unicode/", {"text/"}},
    {"libstemmer", {"text/"}},    {"nlohmann", {"report/", "country/"}},
    {"xlsxwriter", {"report/"}},  {"CLI/", {"cli/"}},
    {"tbb/", {"base/"}},          {"nettle/", {"base/"}},
};

// Headers that only their own room includes, and that may therefore show a foreign library.
std::set<std::string> const private_headers{"akn/xml/dom.hpp", "dsl/grammar/state.hpp",
                                            "report/json_provision.hpp", "report/read_field.hpp"};

struct Include {
    std::string file, room, target;
    bool foreign = false;
};

std::vector<Include> all_includes() {
    std::vector<Include> found;
    auto const engine = fs::path(LACUNA_SOURCE_DIR) / "engine";
    std::regex const line(R"(^#include ([<"])([^>"]+)[>"])");
    for (auto const& entry : fs::recursive_directory_iterator(engine)) {
        auto const ending = entry.path().extension();
        if (ending != ".hpp" && ending != ".cpp") continue;
        auto const file = entry.path().lexically_relative(engine).generic_string();
        std::istringstream text(lacuna::test::slurp(entry.path()));
        for (std::string row; std::getline(text, row);) {
            std::smatch match;
            if (std::regex_search(row, match, line))
                found.push_back({file, file.substr(0, file.find('/')), match[2], match[1] == "<"});
        }
    }
    return found;
}

}  // namespace

TEST_CASE("a room includes only rooms to its left") {
    auto const includes = all_includes();
    REQUIRE(includes.size() > 50);
    for (auto const& include : includes) {
        auto const target = include.target.substr(0, include.target.find('/'));
        bool const made = include.target.find('/') == std::string::npos;  // by the build, for its own room
        if (include.foreign || made || target == include.room) continue;
        INFO("engine/" << include.file << " includes " << include.target);
        REQUIRE(rooms_seen_by.count(include.room) == 1);
        CHECK(rooms_seen_by.at(include.room).count(target) == 1);
    }
}

TEST_CASE("a header that shows a foreign library stays in its room") {
    for (auto const& include : all_includes())
        if (!include.foreign && private_headers.count(include.target) == 1) {
            INFO("engine/" << include.file << " includes " << include.target);
            CHECK(include.room == include.target.substr(0, include.target.find('/')));
        }
}

TEST_CASE("each foreign library stays in its room, and no public header shows it") {
    for (auto const& include : all_includes()) {
        for (auto const& [header, folders] : homes) {
            if (include.target.rfind(header, 0) != 0) continue;
            INFO("engine/" << include.file << " includes " << include.target);
            bool home = false;
            for (auto const& folder : folders) home = home || include.file.rfind(folder, 0) == 0;
            CHECK(home);
            if (fs::path(include.file).extension() == ".hpp") CHECK(private_headers.count(include.file) == 1);
            break;
        }
    }
}
