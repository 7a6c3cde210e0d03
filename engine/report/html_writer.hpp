// Escaping and small pieces that the parts of the HTML report share.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace lacuna::report {

// Text as content or as a value in double quotes.
[[nodiscard]] std::string escape_html(std::string_view text);
// A word for `id`, `class` and links: letters, digits, "-", "_" and "."; everything else becomes "-".
[[nodiscard]] std::string slug(std::string_view text);
// The verdict as a coloured word with a sign before it, so that colour is not needed.
[[nodiscard]] std::string verdict_pill(std::string_view verdict);
[[nodiscard]] std::string verdict_sign(std::string_view verdict);

// What stands around every page: one file that asks nothing of the network.
struct PageFrame {
    std::string title, heading, under;  // of the window; the first heading and the line below it
    std::string read;                   // what was read, below that; may be empty
    std::string skip_to, skip_words;    // where the first link leads: the id, and what it says
    std::string_view style;             // beside the style of every page
    std::string_view script;
    std::string_view generator;
};
[[nodiscard]] std::string html_page(PageFrame const& frame, std::string_view body);

[[nodiscard]] std::string html_summary(Report const& report);
[[nodiscard]] std::string html_filters(Report const& report);
[[nodiscard]] std::string html_articles(Report const& report);
[[nodiscard]] std::string html_provision(ProvisionRow const& row, std::string_view language);
// The words of a provision, proof marked; `row` gives the colours, none: all the same.
[[nodiscard]] std::string html_passage(std::vector<PassagePart> const& parts, ProvisionRow const* row,
                                       std::string_view language);
[[nodiscard]] std::string html_advice(ObligationRow const& row);
[[nodiscard]] std::string html_surplus(Report const& report);
[[nodiscard]] std::string html_acts(Report const& report);

}  // namespace lacuna::report
