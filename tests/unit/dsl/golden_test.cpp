// Each file of tests/golden/dsl/errors gives the errors that stand beside it, as text; each of lint/ its
// warnings. One run gives every error of a file.
#include <catch2/catch.hpp>

#include "base/render.hpp"
#include "dsl/check.hpp"
#include "dsl/format.hpp"
#include "dsl/parse.hpp"
#include "support/golden.hpp"

using namespace lacuna;

namespace {

struct Read {
    SourceMap sources;
    Diagnostics diagnostics;
    dsl::Pack pack;
    explicit Read(std::filesystem::path const& path) {
        auto const id = sources.add(path.filename().string(), test::slurp(path));
        pack.files.push_back(dsl::parse(sources.at(id), id, diagnostics));
        dsl::check(pack, diagnostics);
    }
    [[nodiscard]] std::string text() const { return render(diagnostics.sorted(), sources); }
};

}  // namespace

TEST_CASE("wrong rule files give their errors") {
    auto const cases = test::golden_cases("dsl/errors", ".lac");
    CHECK(cases.size() >= 10);
    for (auto const& input : cases) {
        DYNAMIC_SECTION(input.filename().string()) {
            Read const read(input);
            CHECK(read.diagnostics.errors() > 0);
            auto golden = input;
            test::check_golden(golden.replace_extension(".out"), read.text());
        }
    }
}

TEST_CASE("the linter warns") {
    for (auto const& input : test::golden_cases("dsl/lint", ".lac")) {
        DYNAMIC_SECTION(input.filename().string()) {
            Read read(input);
            REQUIRE(read.text() == "");
            dsl::lint(read.pack, read.diagnostics);
            auto golden = input;
            test::check_golden(golden.replace_extension(".out"), read.text());
        }
    }
}
