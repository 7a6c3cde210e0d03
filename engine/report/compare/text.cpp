#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/compare/comparison.hpp"
#include "report/compare/words.hpp"
#include "report/phrases.hpp"
#include "report/text_style.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t column = 13;

class ComparisonText {
  public:
    ComparisonText(Comparison const& comparison, TextOptions options)
        : comparison_(comparison), style_(options.colour, options.width) {}

    [[nodiscard]] std::string run() {
        auto const& report = *comparison_.b;
        out_ = style_.bold(fmt::format("{} and the {}", country_of(report), report.instrument_title)) + '\n';
        out_ += fmt::format("  first   {}\n  second  {}\n", comparison_.a_name, comparison_.b_name);
        for (auto const& one : comparison_.differences) wrap("  - ", "    ", one.text);
        for (auto const& bill : comparison_.bills) this->bill(bill);
        out_ += '\n' + summary_line(comparison_) + '\n';
        for (auto const& line : standing_lines(comparison_)) wrap("", "  ", line);
        for (auto const change : all_changes()) group(change);
        return std::move(out_);
    }

  private:
    void wrap(std::string const& first, std::string const& rest, std::string const& text) {
        out_ += style_.wrap(first, rest, text);
    }

    void bill(BillRow const& bill) {
        wrap("\n  ", "  ", bill_line(bill));
        for (auto const& one : bill.applied) wrap("    ✓ ", "      ", bill_change_line(one));
        for (auto const& one : bill.not_applied) wrap("    ✗ not applied: ", "      ", bill_change_line(one));
    }

    void group(Change change) {
        if (comparison_.count(change) == 0) return;
        out_ += fmt::format("\n{}\n", style_.bold(std::string(heading_of(change))));
        for (auto const& row : comparison_.changes)
            if (row.change == change) this->row(row);
    }

    void row(ChangeRow const& row) {
        auto const verdicts = row.before == nullptr  ? painted(row.after->verdict)
                              : row.after == nullptr ? painted(row.before->verdict)
                              : row.before->verdict == row.after->verdict
                                  ? painted(row.after->verdict)
                                  : painted(row.before->verdict) + " → " + painted(row.after->verdict);
        auto const blanks = std::string(column + 2, ' ');
        out_ += fmt::format("  {}{}\n", TextStyle::pad(row.id, column), verdicts);
        wrap(blanks, blanks, row.title);
        for (auto const& reason : row.why) wrap(blanks + "- ", blanks + "  ", reason.text);
        for (auto const& line : evidence_lines(row)) wrap(blanks + "- ", blanks + "  ", line);
        if (auto const flags = flags_line(row); !flags.empty()) wrap(blanks + "- ", blanks + "  ", flags);
    }

    [[nodiscard]] std::string painted(std::string const& verdict) const {
        return style_.verdict(verdict, verdict);
    }

    Comparison const& comparison_;
    TextStyle style_;
    std::string out_;
};

}  // namespace

std::string to_text(Comparison const& comparison, TextOptions options) {
    return ComparisonText(comparison, options).run();
}

}  // namespace lacuna::report
