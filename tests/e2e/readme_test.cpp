// The output that README.md shows is what the program prints today.
#include <catch2/catch.hpp>

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
