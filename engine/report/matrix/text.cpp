#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "report/html_writer.hpp"
#include "report/matrix.hpp"
#include "report/matrix/pairs.hpp"
#include "report/phrases.hpp"
#include "report/text_style.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t word_columns = 18;  // "✓ outside-statutes" and a blank
constexpr std::size_t least_title = 16;

class MatrixText {
  public:
    MatrixText(Matrix const& matrix, TextOptions options)
        : matrix_(matrix), details_(options.details), style_(options.colour, options.width) {
        auto const room = style_.width() > 8 + least_title ? style_.width() - 8 - least_title : 0;
        auto const each = room / matrix_.countries.size();
        words_ = each >= word_columns;
        column_ = words_ ? word_columns : std::clamp<std::size_t>(each, 4, 10);
        auto const used = 8 + column_ * matrix_.countries.size();
        title_ = style_.width() > used + least_title ? style_.width() - used : least_title;
    }

    [[nodiscard]] std::string all() {
        heading();
        countries();
        table();
        for (auto const& view : pair_views(matrix_))
            if (!view.rows.empty()) cooperation(view);
        return std::move(out_);
    }

  private:
    void heading() {
        std::vector<std::string> names;
        for (auto const& country : matrix_.countries) names.push_back(country.name);
        auto const& report = matrix_.any();
        out_ += style_.bold(fmt::format("{} and the {}", joined(names), report.instrument_title));
        if (!report.cite.empty()) out_ += style_.dim(fmt::format("  ({})", report.cite));
        out_ += "\n\n";
    }

    void countries() {
        for (auto const& country : matrix_.countries) {
            std::vector<std::string> parts;
            for (auto const& [verdict, number] : country.report.counts)
                if (number > 0) parts.push_back(fmt::format("{} {}", number, verdict));
            out_ += style_.wrap(fmt::format("  {}: ", country.name), "    ", joined(parts));
            for (auto const& file : country.report.unread)
                out_ += fmt::format("    {}  {}\n", file, style_.verdict("gap", "could not be read"));
        }
        out_ += '\n';
    }

    void table() {
        std::string head(6, ' ');
        head += TextStyle::pad("", title_ + 2);
        for (auto const& country : matrix_.countries)
            head += TextStyle::pad(utf8::truncate(country.name, column_ - 1), column_);
        while (head.ends_with(' ')) head.pop_back();
        out_ += style_.bold(head) + '\n';
        auto const& articles = matrix_.any().articles;
        for (std::size_t a = 0; a < articles.size(); ++a) {
            row(articles[a].article, articles[a].title,
                [&](Report const& report) { return report.articles[a].verdict; });
            if (!details_) continue;
            for (std::size_t o = 0; o < articles[a].obligations.size(); ++o) obligation(a, o);
        }
        if (!words_) legend();
    }

    template <class Verdict>
    void row(std::string const& id, std::string const& title, Verdict verdict) {
        auto line = fmt::format("{:>4}  {}  ", id, TextStyle::pad(utf8::truncate(title, title_), title_));
        for (std::size_t i = 0; i < matrix_.countries.size(); ++i) {
            auto const word = verdict(matrix_.countries[i].report);
            auto const shown = words_ ? verdict_sign(word) + ' ' + word : verdict_sign(word);
            auto const last = i + 1 == matrix_.countries.size();
            line += style_.verdict(word, last ? shown : TextStyle::pad(shown, column_));
        }
        out_ += line + '\n';
    }

    void obligation(std::size_t a, std::size_t o) {
        auto const& asked = matrix_.any().articles[a].obligations[o];
        row("", asked.id + " " + asked.title,
            [&](Report const& report) { return report.articles[a].obligations[o].verdict; });
        for (auto const& country : matrix_.countries) {
            auto const& row = country.report.articles[a].obligations[o];
            auto const* proof = evidence_of(row);
            if (proof == nullptr) continue;
            out_ += style_.wrap(
                fmt::format("        {}: ", country.name), "          ",
                fmt::format("{}{}{}", row.provisions.empty() ? "nearest: " : "", place_in_act(*proof),
                            row.flags.empty() ? "" : fmt::format(" [{}]", joined(row.flags))));
        }
    }

    // One line for each offence and state, so that any number of pairs can be read.
    void cooperation(PairView const& view) {
        out_ += '\n' + style_.bold(view.title) + '\n' + style_.wrap("  ", "  ", view.note);
        for (auto const& row : view.rows) {
            out_ += fmt::format("  {}  {}\n", TextStyle::pad(row.obligation, 10),
                                utf8::truncate(row.title, style_.width() - 14));
            for (auto const* state : {"yes", "partly", "no", "unknown"}) pairs(view, row, state);
        }
    }

    // With details each pair has a line of its own, and says why.
    void pairs(PairView const& view, PairRow const& row, std::string_view state) {
        std::vector<std::string> names;
        auto const first = fmt::format("      {} ", TextStyle::pad(state, 8));
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].state != state) continue;
            auto const name = pair_name(matrix_, view.pairs[i]);
            if (details_) out_ += style_.wrap(first, "                 ", name + ": " + row.cells[i].why);
            names.push_back(name);
        }
        if (!names.empty() && !details_) out_ += style_.wrap(first, "               ", joined(names, "; "));
    }

    void legend() {
        std::vector<std::string> parts;
        for (auto const& [verdict, number] : matrix_.any().counts)
            parts.push_back(fmt::format("{} {}", verdict_sign(verdict), verdict));
        out_ += '\n' + style_.wrap("  ", "  ", joined(parts, ";  "));
    }

    Matrix const& matrix_;
    bool details_ = false, words_ = false;
    TextStyle style_;
    std::size_t column_ = 0, title_ = 0;
    std::string out_;
};

}  // namespace

std::string to_text(Matrix const& matrix, TextOptions options) {
    return MatrixText(matrix, options).all();
}

}  // namespace lacuna::report
