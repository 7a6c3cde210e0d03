#include <fmt/format.h>

#include <algorithm>

#include "report/formats.hpp"
#include "report/markdown_words.hpp"
#include "report/open_duties.hpp"
#include "report/phrases.hpp"
#include "report/plain_words.hpp"
#include "report/summary.hpp"

namespace lacuna::report {
namespace {

using markdown::bold, markdown::plain;

[[nodiscard]] std::string passage(std::vector<PassagePart> const& parts) {
    std::string out;
    for (auto const& part : parts) {
        out += out.empty() ? "> " : ">\n> ";
        if (!part.num.empty()) out += plain(part.num) + ' ';
        for (auto const& run : part.runs) {
            bool const proves = !run.elements.empty();
            out += proves ? bold(run.text) : plain(run.text);
        }
        out += '\n';
    }
    return out.empty() ? out : out + '\n';
}

class Writer {
  public:
    explicit Writer(Report const& report) : report_(report) {}

    [[nodiscard]] std::string all() {
        out_ =
            fmt::format("# {} and the {}\n\n", plain(country_of(report_)), plain(report_.instrument_title));
        if (!report_.cite.empty()) out_ += plain(report_.cite) + "\n\n";
        summary();
        for (auto const& article : report_.articles) this->article(article);
        surplus();
        acts();
        return std::move(out_);
    }

  private:
    void summary() {
        out_ += "## Summary\n\n";
        if (auto const first = headline(report_); !first.empty()) out_ += bold(first) + "\n\n";
        out_ += "| verdict | obligations |\n| --- | ---: |\n";
        for (auto const& [verdict, number] : report_.counts)
            if (number > 0) out_ += fmt::format("| {} | {} |\n", plain(verdict), number);
        out_ += "\n| article | title | verdict |\n| ---: | --- | --- |\n";
        for (auto const& article : report_.articles)
            out_ += fmt::format("| {} | {} | {} |\n", plain(article.article), plain(article.title),
                                plain(article.verdict));
        out_ += '\n';
        for (auto const& text : report_.assumed) item("assumed: " + text);
        for (auto const& file : report_.unread) item("could not be read: " + file);
        for (auto const& text : reading_notes(report_, report_.named.size())) item(text);
        for (auto const& bill : report_.bills) item("read as if it were law: " + bill);
        for (auto const& text : caveats(report_)) item(text);
        if (report_.todo.empty()) return;
        out_ += "\n### What to do first\n\n";
        auto const rows = grouped(report_.todo);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto const& row = rows[i];
            if (i == 0 || row.why != rows[i - 1].why)
                out_ += fmt::format("{}{}:\n\n", i == 0 ? "" : "\n", plain(heading_of(row.why)));
            out_ += fmt::format("1. {} {}: {}\n", bold(row.kind), plain(joined(row.obligations)),
                                plain(row.text));
        }
    }

    void article(ArticleRow const& article) {
        out_ += fmt::format("\n## Article {}: {}\n\n{}\n", plain(article.article), plain(article.title),
                            bold(article.verdict));
        for (auto const& row : article.obligations) obligation(row);
    }

    void obligation(ObligationRow const& row) {
        out_ += fmt::format("\n### {}: {}\n\n{} ({}). {}\n\n", plain(row.id), plain(row.title),
                            bold(row.verdict), force_words(row), plain(plain_reason(row)));
        for (auto const& remark : remarks(row)) item(remark);
        for (auto const& provision : row.provisions) this->provision(provision);
        near_misses(row);
        advice(row.advice);
    }

    // The nearest one in full where something is to be done; of the others the places.
    void near_misses(ObligationRow const& row) {
        if (row.near_misses.empty()) return;
        bool const shown = is_open_duty(row) && row.provisions.empty();
        if (shown) provision(row.near_misses.front());
        if (auto const places = places_of(row.near_misses, shown ? 1 : 0); !places.empty())
            out_ += fmt::format("{}Came {}: {}\n\n", shown ? "" : "\n", shown ? "near as well" : "nearest",
                                plain(places));
    }

    void provision(ProvisionRow const& row) {
        out_ += fmt::format("\n#### {}: {}\n\n", plain(place_in_act(row)), plain(row.verdict));
        if (!row.path.empty()) out_ += plain(row.path) + "\n\n";
        if (!row.reason.empty()) out_ += "Fails at: " + plain(condition_in_plain_words(row.reason)) + "\n\n";
        out_ += passage(row.passage);
        elements(row);
    }

    void elements(ProvisionRow const& row) {
        std::string rows;
        for (auto const& element : row.elements) {
            if (!element.found && !element.needed) continue;
            std::vector<std::string> words;
            for (auto const& quote : element.quotes)
                words.push_back(fmt::format("“{}” ({}, {}{}{})", quote.text, quote.citation, quote.eid,
                                            quote.through.empty() ? "" : ", ", through_line(quote)));
            auto const proof = element.found ? joined(words, "; ")
                               : !element.lacks.empty()
                                   ? "to add: " + joined(element.lacks, "; ")
                                   : "looked for: " + condition_in_plain_words(element.failed);
            rows += fmt::format("| {} | {} | {} | {} |\n", plain(element.title), role_of(element),
                                element.found ? "found" : "missing", plain(proof));
        }
        if (!rows.empty())
            out_ +=
                "| element | role | state | words of the law |\n| --- | --- | --- | --- |\n" + rows + '\n';
    }

    void advice(Advice const& advice) {
        if (advice.empty()) return;
        out_ += "\n#### What to do\n\n";
        for (auto const& row : advice.checklist)
            out_ +=
                fmt::format("- [{}] {}\n", row.state == "present" ? 'x' : ' ', plain(checklist_line(row)));
        for (auto const& row : advice.permits) item("would permit less: " + permit_line(row));
        for (auto const& row : advice.examples) {
            item("example: " + example_line(row));
            out_ += '\n' + passage(row.passage);
        }
    }

    void surplus() {
        if (report_.surplus.empty()) return;
        out_ +=
            "\n## Beyond the instrument\n\n| kind | obligation | measure | provision | elements |\n"
            "| --- | --- | --- | --- | --- |\n";
        for (auto const& row : report_.surplus)
            out_ += fmt::format("| {} | {} | {} | {} | {} |\n", row.kind, plain(row.obligation),
                                plain(row.measure_title), plain(row.citation + " of " + row.act),
                                plain(joined(row.elements)));
    }

    void acts() {
        out_ +=
            "\n## Acts read\n\n| act | as at | language | provisions | characters |\n"
            "| --- | --- | --- | ---: | ---: |\n";
        for (auto const& act : report_.acts)
            out_ += fmt::format("| {} | {} | {} | {} | {} |\n", plain(act.title), plain(act.date),
                                plain(languages_line(act)), act.units, act.characters);
    }

    void item(std::string const& text) { out_ += "- " + plain(text) + '\n'; }

    Report const& report_;
    std::string out_;
};

}  // namespace

std::string to_markdown(Report const& report) {
    return Writer(report).all();
}

}  // namespace lacuna::report
