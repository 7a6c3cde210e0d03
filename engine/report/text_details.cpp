#include "report/text_details.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/decisions.hpp"
#include "report/phrases.hpp"
#include "report/plain_words.hpp"
#include "report/unread_law.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] std::string place(std::string const& file, std::uint32_t line) {
    return line == 0 ? file : fmt::format("{}:{}", file, line);
}

class Details {
  public:
    explicit Details(TextStyle const& style) : style_(style) {}

    [[nodiscard]] std::string article(ArticleRow const& article) {
        out_ += '\n' + style_.bold(fmt::format("Article {}  {}", article.article, article.title)) + "  " +
                style_.verdict(article.verdict, article.verdict) + '\n';
        for (auto const& row : article.obligations) obligation(row);
        return std::move(out_);
    }

  private:
    void obligation(ObligationRow const& row) {
        auto marks = row.flags.empty() ? std::string() : fmt::format("  [{}]", fmt::join(row.flags, ", "));
        if (row.verified != "checked") marks += fmt::format("  (text of the obligation: {})", row.verified);
        out_ += fmt::format("\n  {}  {}{}\n", style_.bold(row.id), style_.verdict(row.verdict, row.verdict),
                            marks);
        out_ += style_.wrap("    ", "    ", fmt::format("asks ({}): {}", force_words(row), row.title));
        out_ += style_.wrap("    why: ", "         ", plain_reason(row));
        if (auto const unread = unread_line(row); !unread.empty())
            out_ += style_.wrap("    not read: ", "         ", unread);
        out_ += text_decisions(row, style_);
        if (!row.reservation.empty())
            out_ += style_.wrap("    declared: ", "              ", row.reservation);
        if (!row.note.empty()) out_ += style_.wrap("    note: ", "          ", row.note);
        for (auto const& provision : row.provisions) found(provision);
        for (auto const& miss : row.near_misses) near_miss(miss);
        advice(row.advice);
    }

    void advice(Advice const& advice) {
        if (advice.empty()) return;
        out_ += "\n    " + style_.bold("What to do") + '\n';
        for (auto const& row : advice.checklist)
            out_ += style_.wrap(row.state == "present" ? "      [x] " : "      [ ] ", "          ",
                                checklist_line(row));
        for (auto const& row : advice.permits)
            out_ += style_.wrap("      would permit less: ", "          ", permit_line(row));
        for (auto const& row : advice.examples)
            out_ += style_.wrap("      example: ", "          ",
                                fmt::format("{}  «{}»", example_line(row), words_of(row.passage)));
    }

    void head(ProvisionRow const& row, std::string_view verdict) {
        out_ += fmt::format("\n    {}  {}\n", style_.bold(row.citation.empty() ? row.eid : row.citation),
                            style_.verdict(row.verdict, verdict));
        auto where = row.act;
        if (!row.path.empty()) where += fmt::format(" › {}", row.path);
        out_ += style_.wrap("      ", "      ", where);
        out_ += "      " + style_.dim(fmt::format("{}  {}", row.eid, place(row.file, row.line))) + '\n';
    }

    void found(ProvisionRow const& row) {
        auto verdict = row.verdict;
        if (row.force != "in force" && !row.force.empty()) verdict += ": " + row.force;
        if (row.quoted) verdict += ", in the text of an amending act";
        if (row.copies > 0)
            verdict += fmt::format("  (the same words {} more time{} in what was read)", row.copies,
                                   row.copies == 1 ? "" : "s");
        if (row.also > 0)
            verdict += fmt::format("  (and {} more passage{} of it)", row.also, row.also == 1 ? "" : "s");
        head(row, verdict);
        for (auto const& element : row.elements) this->element(element);
    }

    void near_miss(ProvisionRow const& row) {
        head(row, fmt::format("near miss, fails at {}", condition_in_plain_words(row.reason)));
        for (auto const& element : row.elements)
            if (element.found || element.needed) this->element(element);
    }

    void element(ElementRow const& row) {
        if (!row.found && !row.needed) return;  // an option that the law does not use
        auto const name = TextStyle::pad(row.name, 14);
        if (!row.found) {
            auto const mark = style_.verdict(row.protects ? "partial" : "gap", row.protects ? "!" : "✗");
            out_ += fmt::format("      {} {} missing ({})\n", mark, name, role_of(row));
            if (!row.failed.empty())
                out_ += style_.wrap("          looked for: ", "            ",
                                    condition_in_plain_words(row.failed));
            return;
        }
        bool const extra = row.option && !row.allowed;
        auto const mark = style_.verdict(extra ? "gap" : "covered", extra ? "+" : "✓");
        out_ += fmt::format("      {} {} {}{}\n", mark, name, role_of(row),
                            row.distance.empty() ? "" : ", found in the " + row.distance);
        for (auto const& quote : row.quotes) this->quote(quote);
    }

    void quote(Quote const& row) {
        auto const words = fmt::format("{}«{}»{}", row.before, row.text, row.after);
        out_ += style_.wrap("          ", "          ", words);
        auto source = fmt::format("{}  {}  {}", row.citation, row.eid, place(row.file, row.line));
        if (!row.label.empty()) source += fmt::format("  [{}]", row.label);
        if (!row.via.empty()) source += fmt::format("  by: {}", row.via);
        out_ += "            " + style_.dim(source) + '\n';
        if (!row.through.empty()) out_ += style_.wrap("            ", "              ", through_line(row));
    }

    TextStyle const& style_;
    std::string out_;
};

}  // namespace

std::string text_details(Report const& report, TextStyle const& style) {
    std::string out;
    for (auto const& article : report.articles) out += Details(style).article(article);
    return out;
}

}  // namespace lacuna::report
