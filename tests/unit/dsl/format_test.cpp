// The formatter keeps comments and meaning, and formatting twice changes nothing.
#include <catch2/catch.hpp>

#include "base/files.hpp"
#include "base/render.hpp"
#include "dsl/format.hpp"
#include "dsl/parse.hpp"
#include "support/golden.hpp"

using namespace lacuna;

namespace {

std::string formatted(std::string const& text) {
    SourceMap sources;
    auto const id = sources.add("rules.lac", text);
    Diagnostics diagnostics;
    auto const result = dsl::format(sources.at(id), id, diagnostics);
    INFO(render(diagnostics.sorted(), sources));
    REQUIRE(result.has_value());
    return *result;
}

}  // namespace

TEST_CASE("formatting keeps comments and is idempotent on golden files") {
    for (auto const& input : test::golden_cases("dsl/fmt", ".lac")) {
        DYNAMIC_SECTION(input.filename().string()) {
            auto const once = formatted(test::slurp(input));
            auto golden = input;
            test::check_golden(golden.replace_extension(".formatted"), once);
            CHECK(formatted(once) == once);
        }
    }
}

TEST_CASE("formatting the bundled rules is idempotent") {
    SourceMap sources;
    Diagnostics diagnostics;
    auto const root = std::filesystem::path(LACUNA_SOURCE_DIR) / "rules";
    for (auto const& path : list_files(root, {".lac"}, sources, diagnostics)) {
        INFO(path.string());
        auto const once = formatted(test::slurp(path));
        CHECK(formatted(once) == once);
    }
}
