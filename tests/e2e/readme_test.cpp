// The output that README.md and docs/reports.md show is what the program prints today.
#include <catch2/catch.hpp>

#include <sstream>

#include "support/golden.hpp"
#include "support/shell.hpp"

namespace {

// The block of the page that follows the words.
std::string block_after(std::string const& page, std::string const& words) {
    auto const at = page.find(words);
    REQUIRE(at != std::string::npos);
    std::string const fence = "```text\n";
    auto const begin = page.find(fence, at);
    REQUIRE(begin != std::string::npos);
    return page.substr(begin + fence.size(), page.find("```", begin + fence.size()) - begin - fence.size());
}

std::string printed(std::string const& command) {
    return lacuna::test::shell_in(LACUNA_SOURCE_DIR, command).text;
}

}  // namespace

TEST_CASE("README.md shows what the program prints") {
    auto const page = lacuna::test::slurp(std::filesystem::path(LACUNA_SOURCE_DIR) / "README.md");
    std::string const check = "lacuna check legislation/xa --against uncc --articles 7-17";
    CHECK(block_after(page, "`" + check + "`") == printed(check));
    std::string const matrix =
        "lacuna matrix legislation/xa legislation/xb legislation/xc --against uncc --articles 7";
    CHECK(block_after(page, "`" + matrix + "`") == printed(matrix));
    std::string const explain = "lacuna explain legislation/xa --obligation uncc/9.1";
    auto const shown = block_after(page, "`" + explain + "` goes on");
    CHECK(shown.size() > 200);
    CHECK(printed(explain).find(shown) != std::string::npos);
}

TEST_CASE("docs/reports.md quotes what a bill changes; … stands for lines left out") {
    auto const page = lacuna::test::slurp(std::filesystem::path(LACUNA_SOURCE_DIR) / "docs/reports.md");
    std::string const bill =
        "lacuna check legislation/xc --against uncc --with-bill bill-penal-code-amendment.xml";
    auto const output = printed(bill);
    std::istringstream lines(block_after(page, "`" + bill + "`"));
    std::size_t at = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.find_first_not_of(' ') == std::string::npos || line == "  …") continue;
        INFO(line);
        auto const found = output.find(line + '\n', at);
        REQUIRE(found != std::string::npos);
        at = found + line.size();
    }
    CHECK(at > 0);
}
