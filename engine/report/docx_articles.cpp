#include "report/docx_articles.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/advice.hpp"
#include "report/clean.hpp"
#include "report/docx_parts.hpp"
#include "report/phrases.hpp"
#include "report/plain_words.hpp"
#include "report/summary.hpp"
#include "report/unread_law.hpp"

namespace lacuna::report {
namespace {

constexpr unsigned label_width = 1900, text_width = docx::page_width - label_width;

using docx::cell, docx::fill_of, docx::heading, docx::page_width, docx::paragraph, docx::right_to_left,
    docx::row, docx::run, docx::table;

// A row of an obligation's table: what it is, and the paragraphs.
[[nodiscard]] std::string labelled(std::string_view label, std::string const& paragraphs) {
    if (paragraphs.empty()) return {};
    return row(cell(paragraph(run(label, {true})), label_width, "F4F3EF") + cell(paragraphs, text_width));
}

// The beginning and the end of words that prove nothing; whole words.
[[nodiscard]] std::string abridged(std::string const& text) {
    constexpr std::size_t most = 260, kept = 120;
    if (text.size() <= most) return text;
    auto const last = text.find(' ', text.size() - kept);
    auto const begin = head(text, kept);
    return last == std::string::npos ? begin : begin + text.substr(last);
}

[[nodiscard]] std::string quoted(std::vector<PassagePart> const& parts) {
    std::string out;
    for (auto const& part : parts) {
        std::string runs, all;
        if (!part.num.empty()) runs += run(part.num + " ");
        for (auto const& piece : part.runs) {
            bool const proves = !piece.elements.empty();
            runs += run(proves ? piece.text : abridged(piece.text), {false, false, false, proves});
            all += piece.text;
        }
        out += paragraph(runs, "Compact",
                         fmt::format(R"({}<w:ind w:left="240"/>)", right_to_left(all) ? "<w:bidi/>" : ""));
    }
    return out;
}

// Terms that prove an element by what the act says that they mean.
[[nodiscard]] std::string proofs_through_definitions(ProvisionRow const& row) {
    std::string out;
    for (auto const& element : row.elements)
        for (auto const& quote : element.quotes)
            if (element.found && !quote.through.empty())
                out += paragraph(run(element.title + ": ", {false, true}) + run("“" + quote.text + "”") +
                                 run("  " + through_line(quote), {false, false, true}));
    return out;
}

// Words that prove an element and stand in another place than the passage: a definition, another section.
[[nodiscard]] std::string proofs_elsewhere(ProvisionRow const& row) {
    constexpr std::size_t most = 2;
    std::string out;
    for (auto const& element : row.elements) {
        if (!element.found || element.distance.empty() || element.distance == "sentence" ||
            element.distance == "passage")
            continue;
        std::string runs;
        for (std::size_t i = 0; i < element.quotes.size() && i < most; ++i) {
            auto const& quote = element.quotes[i];
            auto const place = quote.act == row.act ? quote.citation : quote.citation + " of " + quote.act;
            runs += run((runs.empty() ? "“" : "; “") + quote.text + "”") +
                    run("  " + place, {false, false, true});
        }
        if (!runs.empty())
            out += paragraph(
                run(fmt::format("{}, in the {}: ", element.title, element.distance), {false, true}) + runs);
    }
    return out;
}

[[nodiscard]] std::string place_line(ProvisionRow const& row) {
    return row.path.empty() ? std::string()
                            : paragraph(run(row.path + "  ·  " + row.eid, {false, false, true}));
}

[[nodiscard]] std::string provision(Report const& report, ProvisionRow const& row, std::string_view verdict) {
    return paragraph(run(place_in_set(report, row), {true}) + run(verdict.empty() ? "" : "  ", {}) +
                     run(verdict, {false, true})) +
           place_line(row) + quoted(row.passage) + proofs_elsewhere(row) + proofs_through_definitions(row);
}

// The best one whole; of the others the place.
[[nodiscard]] std::string provisions(Report const& report, ObligationRow const& row) {
    if (row.provisions.empty()) return {};
    auto const& best = row.provisions.front();
    auto const same = [&](ProvisionRow const& one) {
        return one.verdict == row.verdict || (row.verdict == "option-used" && one.verdict == "covered");
    };
    auto out = provision(report, best, same(best) ? "" : best.verdict);
    std::vector<std::string> more;
    for (std::size_t i = 1; i < row.provisions.size(); ++i) {
        auto const& other = row.provisions[i];
        more.push_back(place_in_set(report, other) + (same(other) ? "" : " (" + other.verdict + ")"));
    }
    if (!more.empty()) out += paragraph(run("Also: " + joined(more, "; "), {}));
    return out;
}

// The nearest one; its words where it is a place to begin from. Why it fails stands in the verdict.
[[nodiscard]] std::string nearest(Report const& report, ObligationRow const& row) {
    if (!row.provisions.empty() || row.near_misses.empty()) return {};
    auto const& first = row.near_misses.front();
    auto out = paragraph(run(place_in_set(report, first), {true})) + place_line(first);
    if (is_near(first)) out += quoted(first.passage);
    if (auto const more = places_of(row.near_misses, 1); !more.empty())
        out += paragraph(run("Then: " + more, {false, false, true}));
    return out;
}

// What is there in one line; a line for each thing that is to be done.
[[nodiscard]] std::string checklist(ObligationRow const& row) {
    std::vector<std::pair<std::string, std::vector<std::string>>> there;  // by place
    std::string out;
    for (auto const& item : row.advice.checklist) {
        if (item.state != "present") {
            if (item.title != row.title) out += paragraph(run("☐ " + checklist_line(item)));
            continue;
        }
        if (there.empty() || there.back().first != item.place) there.push_back({item.place, {}});
        there.back().second.push_back(item.title.empty() ? item.name : item.title);
    }
    std::string present;
    for (auto const& [place, titles] : there)
        present += paragraph(run(fmt::format("☑ there, in {}: {}", place, joined(titles))));
    return present + out;
}

[[nodiscard]] std::string to_do(ObligationRow const& row) {
    auto out = checklist(row);
    std::vector<std::string> permits;
    for (auto const& permit : row.advice.permits) permits.push_back(permit_line(permit));
    if (!permits.empty()) out += paragraph(run("Would permit less: " + joined(permits, "; ")));
    return out;
}

// That a provision has everything that is asked is said by the verdict itself.
[[nodiscard]] std::string reason(ObligationRow const& row) {
    bool const met = row.verdict == "covered" || row.verdict == "option-used";
    bool const plain = met && row.flags.empty() && !row.provisions.empty() &&
                       row.provisions.front().permitted.empty() && row.decisions.empty();
    return plain ? std::string() : paragraph(run(plain_reason(row) + "."));
}

[[nodiscard]] std::string examples(ObligationRow const& row) {
    std::string out;
    for (auto const& example : row.advice.examples)
        out += paragraph(run(example_line(example), {true})) + quoted(example.passage);
    return out;
}

[[nodiscard]] std::string head_line(ObligationRow const& item) {
    std::string marks = item.flags.empty() ? "" : "  ·  " + joined(item.flags);
    if (item.verified != "checked" && !item.policy) marks += "  ·  text not checked";
    return run(item.id + "  ", {true}) + run(item.verdict, {true}) + run(marks, {false, false, true});
}

// What no statute can show, and an option that is not used or that no rule looks for, need no table of their
// own.
[[nodiscard]] bool is_short(ObligationRow const& item) {
    bool const nothing = item.force == "may" && item.verdict == "untested" && item.provisions.empty();
    return item.decisions.empty() && item.reservation.empty() &&
           (nothing || item.verdict == "outside-statutes" || item.verdict == "option-not-used");
}

[[nodiscard]] std::string short_line(ObligationRow const& item) {
    auto out = paragraph(head_line(item) + run("  " + item.title));
    if (!item.note.empty()) out += paragraph(run(item.note, {false, false, true}));
    return out;
}

class Articles {
  public:
    explicit Articles(Report const& report) : report_(report) {}

    [[nodiscard]] std::string all() {
        std::string chapter;
        for (auto const& article : report_.articles) {
            auto const here = fmt::format("{} {}", article.chapter, article.chapter_title);
            if (here != chapter && here != " ") out_ += heading("Chapter " + here, 1);
            chapter = here;
            this->article(article);
        }
        return std::move(out_);
    }

  private:
    void article(ArticleRow const& article) {
        out_ += heading(fmt::format("Article {}. {}", article.article, article.title), 2,
                        "a-" + article.article, ++number_);
        shared_ = shared_unread(article);
        if (!shared_.empty()) out_ += paragraph(run("What is open here: " + shared_), "BodyText");
        for (auto const& item : article.obligations) out_ += is_short(item) ? short_line(item) : whole(item);
    }

    // What is said of unread law for more than one obligation of the article is said once.
    [[nodiscard]] static std::string shared_unread(ArticleRow const& article) {
        std::vector<std::string> lines;
        for (auto const& item : article.obligations)
            if (auto line = unread_line(item); !line.empty()) {
                if (std::find(lines.begin(), lines.end(), line) != lines.end()) return line;
                lines.push_back(std::move(line));
            }
        return {};
    }

    [[nodiscard]] std::string whole(ObligationRow const& item) const {
        auto rows = row(cell(paragraph(head_line(item), "Compact", "<w:keepNext/>"), page_width,
                             fill_of(item.verdict), 2),
                        true);
        auto const force = force_words(item);
        rows += labelled("What it asks", paragraph(run(item.title) + run(" (" + force + ")", {false, true})));
        rows += labelled("National provisions", provisions(report_, item));
        rows += labelled("Why", reason(item));
        rows += labelled("Came nearest", nearest(report_, item));
        rows += labelled("What to do", to_do(item));
        rows += labelled("Examples", examples(item));
        return table(rows + labelled("Remark", remark(item)), {label_width, text_width});
    }

    [[nodiscard]] std::string remark(ObligationRow const& item) const {
        std::string out;
        for (auto const& line : remarks_of_decisions(item)) out += paragraph(run(line));
        if (auto const line = unread_line(item); !line.empty() && line != shared_)
            out += paragraph(run(line));
        if (!item.note.empty()) out += paragraph(run(item.note));
        return out;
    }

    Report const& report_;
    std::string out_, shared_;
    unsigned number_ = 0;
};

}  // namespace

std::string docx_articles(Report const& report) {
    return Articles(report).all();
}

std::string docx_left_out(Report const& report) {
    return fmt::format(
        "Quoted are the provision that carries each verdict and, for a gap, the nearest miss where it has "
        "half of what is asked; of the others the place is given. All of them with their words: lacuna "
        "explain FOLDER --obligation {}/ID, or the report as HTML or JSON.",
        report.instrument);
}

}  // namespace lacuna::report
