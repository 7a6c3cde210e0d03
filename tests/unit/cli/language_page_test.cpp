// Every example of docs/language.md is run. The right ones of a chapter are one pack: it is checked, compiled
// and its tests pass. A wrong one gives the error that it names.
#include <catch2/catch.hpp>
#include <sstream>

#include "base/render.hpp"
#include "dsl/check.hpp"
#include "dsl/parse.hpp"
#include "match/evaluate.hpp"
#include "program/compile.hpp"
#include "support/golden.hpp"

using namespace lacuna;

namespace {

struct Example {
    std::string chapter, text, code;  // code: of the error that a wrong example gives
    int line = 0;
};

std::vector<Example> examples() {
    std::vector<Example> found;
    std::istringstream page(test::slurp(std::filesystem::path(LACUNA_SOURCE_DIR) / "docs/language.md"));
    std::string line, chapter;
    bool inside = false;
    for (int number = 1; std::getline(page, line); ++number) {
        if (line.starts_with("## ")) chapter = line.substr(3);
        if (line.starts_with("```")) {
            inside = !inside && line.starts_with("```lac");
            if (!inside) continue;
            auto const code = line.size() > 13 ? line.substr(13) : "";  // "```lac wrong R003"
            bool const joins = code.empty() && !found.empty() && found.back().chapter == chapter &&
                               found.back().code.empty();
            if (!joins) found.push_back({chapter, "", code, number});
        } else if (inside) {
            found.back().text += line + "\n";
        }
    }
    return found;
}

}  // namespace

TEST_CASE("every example of the language page is true") {
    auto const all = examples();
    CHECK(all.size() > 10);
    for (auto const& example : all) {
        INFO("docs/language.md, line " << example.line << ", chapter " << example.chapter);
        SourceMap sources;
        auto const id = sources.add("example.lac", example.text);
        Diagnostics diagnostics;
        dsl::Pack pack;
        pack.files.push_back(dsl::parse(sources.at(id), id, diagnostics));
        dsl::check(pack, diagnostics);
        if (!example.code.empty()) {
            std::string codes;
            for (auto const& one : diagnostics.sorted()) codes += std::string(info(one.code).code);
            CHECK(codes == example.code);
            continue;
        }
        auto const program = diagnostics.errors() == 0 ? program::compile(pack, diagnostics) : nullptr;
        if (program != nullptr) {
            auto const sum = match::run_tests(*program, pack, "", diagnostics);
            CHECK(sum.failed == 0);
        }
        INFO(render(diagnostics.sorted(), sources));
        CHECK(diagnostics.errors() == 0);
    }
}
