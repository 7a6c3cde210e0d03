// Small files, one for each trait of a dialect: the folder's input.xml, read (at the date in `as-of`, if
// there is one), must give the outline, the account and the warnings that lie beside it. Cases are found at
// run time.
#include <catch2/catch.hpp>

#include "akn/dump.hpp"
#include "akn/read.hpp"
#include "base/files.hpp"
#include "base/render.hpp"
#include "support/golden.hpp"
#include "support/plain_xml.hpp"

using namespace lacuna;
namespace fs = std::filesystem;

namespace {

std::string date_beside(fs::path const& folder) {
    auto date = fs::exists(folder / "as-of") ? test::slurp(folder / "as-of") : std::string();
    return date.substr(0, date.find('\n'));
}

void check_case(fs::path const& input) {
    auto const folder = input.parent_path();
    SourceMap sources;
    Diagnostics diagnostics;
    auto const id = sources.add("input.xml", test::slurp(input));
    akn::ReadOptions options;
    options.as_of = date_beside(folder);
    auto const document = akn::read_document(sources.at(id), id, diagnostics, options);
    std::string outline;
    if (document) {
        CHECK(document->account.balances());
        CHECK(document->account.body == test::plain_xml(sources.at(id).bytes()).characters);
        outline = akn::outline(*document, {true, false, 110});
        akn::validate(*document, sources.at(id), diagnostics);
        test::check_golden(folder / "account.txt", akn::account_table(*document));
    }
    test::check_golden(folder / "outline.txt", outline);
    test::check_golden(folder / "diagnostics.txt", render(diagnostics.sorted(), sources));
}

}  // namespace

TEST_CASE("each trait of a dialect is read as its golden outline says") {
    auto const cases = test::golden_cases("akn", ".xml");
    REQUIRE(cases.size() > 20);
    for (auto const& input : cases) {
        if (input.filename() != "input.xml") continue;
        DYNAMIC_SECTION(input.parent_path().filename().string()) {
            check_case(input);
        }
    }
}
