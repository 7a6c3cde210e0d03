// The bundled rules themselves: all of them are read, lexicons and measures are checked without an error.
#include <catch2/catch.hpp>

#include "base/render.hpp"
#include "dsl/check.hpp"
#include "dsl/format.hpp"
#include "dsl/parse.hpp"

using namespace lacuna;

namespace {

dsl::Pack read(std::vector<std::string> const& folders, SourceMap& sources, Diagnostics& diagnostics) {
    std::vector<std::filesystem::path> paths;
    for (auto const& folder : folders)
        paths.push_back(std::filesystem::path(LACUNA_SOURCE_DIR) / "rules" / folder);
    return dsl::read_pack(paths, sources, diagnostics);
}

}  // namespace

TEST_CASE("every bundled rule file is read without an error") {
    SourceMap sources;
    Diagnostics diagnostics;
    auto const pack = read({"lexicon", "measures", "instruments"}, sources, diagnostics);
    INFO(render(diagnostics.sorted(), sources));
    CHECK(diagnostics.errors() == 0);
    CHECK(pack.files.size() > 20);
}

TEST_CASE("the bundled lexicons and measures are checked without an error") {
    SourceMap sources;
    Diagnostics diagnostics;
    auto const pack = read({"lexicon", "measures"}, sources, diagnostics);
    dsl::check(pack, diagnostics);
    INFO(render(diagnostics.sorted(), sources));
    CHECK(diagnostics.errors() == 0);
}
