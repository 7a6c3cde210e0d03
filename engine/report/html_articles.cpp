#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "report/decisions.hpp"
#include "report/html_writer.hpp"
#include "report/phrases.hpp"
#include "report/plain_words.hpp"
#include "report/summary.hpp"
#include "report/unread_law.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t full_limit = 6;

class Articles {
  public:
    explicit Articles(Report const& report) : report_(report) {}

    [[nodiscard]] std::string all() {
        std::string last;
        for (auto const& article : report_.articles) {
            auto const chapter = article.chapter + " " + article.chapter_title;
            if (chapter != last && chapter != " ")
                out_ += fmt::format("<p class=\"chapter\" data-chapter=\"{}\">Chapter {}</p>\n",
                                    slug(article.chapter), escape_html(chapter));
            last = chapter;
            this->article(article);
        }
        return std::move(out_);
    }

  private:
    // Acts are named by their row in the filters.
    [[nodiscard]] std::size_t act_of(std::string const& file) const {
        auto const at = std::find_if(report_.acts.begin(), report_.acts.end(),
                                     [&](ActRow const& act) { return act.file == file; });
        return static_cast<std::size_t>(at - report_.acts.begin());
    }
    [[nodiscard]] std::string language_of(std::string const& file) const {
        auto const row = act_of(file);
        return row < report_.acts.size() ? report_.acts[row].language : "";
    }
    [[nodiscard]] std::string acts_of(ObligationRow const& row) const {
        std::set<std::size_t> acts;
        for (auto const& provision : row.provisions) acts.insert(act_of(provision.file));
        for (auto const& miss : row.near_misses) acts.insert(act_of(miss.file));
        return fmt::format("{}", fmt::join(acts, " "));
    }

    void article(ArticleRow const& article) {
        out_ += fmt::format(
            R"(<section class="article" id="a-{}" data-chapter="{}"><header><h2>Article {}. {}</h2>{}</header>
)",
            slug(article.article), slug(article.chapter), escape_html(article.article),
            escape_html(article.title), verdict_pill(article.verdict));
        for (auto const& row : article.obligations) obligation(row, article);
        out_ += "</section>\n";
    }

    void obligation(ObligationRow const& row, ArticleRow const& article) {
        out_ += fmt::format(
            R"(<article class="ob is-{}" id="o-{}" data-verdict="{}" data-flags="{}" data-chapter="{}" data-acts="{}"><header><h3><a href="#o-{}"><span class="id">{}</span>{}</a></h3><div class="side">{})",
            slug(row.verdict), slug(row.id), escape_html(row.verdict), fmt::join(row.flags, " "),
            slug(article.chapter), acts_of(row), slug(row.id), escape_html(row.id), escape_html(row.title),
            verdict_pill(row.verdict));
        for (auto const& flag : row.flags)
            out_ += fmt::format(R"(<span class="flag">{}</span>)", escape_html(flag));
        out_ += fmt::format("</div></header><p class=\"why\">{}.</p>", escape_html(plain_reason(row)));
        if (auto const unread = unread_line(row); !unread.empty())
            out_ += fmt::format("<p class=\"unread\">{}</p>", escape_html(unread));
        out_ += html_decisions(row);
        meta(row);
        provisions(row);
        near_misses(row);
        out_ += html_advice(row);
        out_ += "</article>\n";
    }

    void meta(ObligationRow const& row) {
        std::vector<std::string> parts{force_words(row)};
        if (!row.needs.empty())
            parts.push_back(fmt::format("asks for {}", fmt::join(titled(row, row.needs), ", ")));
        if (!row.allows.empty())
            parts.push_back(fmt::format("allows {}", fmt::join(titled(row, row.allows), ", ")));
        if (!row.reservable_under.empty()) parts.push_back("reservable under " + row.reservable_under);
        if (row.verified != "checked")
            parts.push_back(fmt::format("text of the obligation: {}", row.verified));
        out_ +=
            fmt::format("<p class=\"meta\">{}</p>", escape_html(fmt::format("{}", fmt::join(parts, " · "))));
        if (!row.reservation.empty())
            out_ += fmt::format("<p class=\"meta\">Declared: {}</p>", escape_html(row.reservation));
        if (!row.note.empty()) out_ += fmt::format("<p class=\"meta\">{}</p>", escape_html(row.note));
    }

    void provisions(ObligationRow const& row) {
        for (std::size_t i = 0; i < row.provisions.size(); ++i) {
            if (i == 1)
                out_ += fmt::format("<details><summary>{} more provision{}</summary>",
                                    row.provisions.size() - 1, row.provisions.size() == 2 ? "" : "s");
            if (i < full_limit)
                out_ += html_provision(row.provisions[i], language_of(row.provisions[i].file));
            else
                brief(row.provisions[i], i == full_limit, i + 1 == row.provisions.size());
        }
        if (row.provisions.size() > 1) out_ += "</details>\n";
    }

    // The best provisions stand in full; of the others the place and the verdict, as the JSON has the rest.
    void brief(ProvisionRow const& row, bool first, bool last) {
        if (first) out_ += "<ul class=\"small\">";
        out_ += fmt::format("<li>{} · <code>{}</code> · {}</li>", escape_html(place_in_act(row)),
                            escape_html(row.eid), escape_html(row.verdict));
        if (last) out_ += "</ul>";
    }

    // In full where something is to be done; of the others the places.
    void near_misses(ObligationRow const& row) {
        if (row.near_misses.empty()) return;
        if (!is_open_duty(row)) {
            out_ += fmt::format("<p class=\"meta\">Came nearest: {}</p>\n",
                                escape_html(places_of(row.near_misses)));
            return;
        }
        bool const open = row.verdict == "gap" && row.provisions.empty() && is_near(row.near_misses.front());
        out_ +=
            fmt::format("<details class=\"near\"{}><summary>{} near miss{}</summary>", open ? " open" : "",
                        row.near_misses.size(), row.near_misses.size() == 1 ? "" : "es");
        for (auto const& miss : row.near_misses) out_ += html_provision(miss, language_of(miss.file));
        out_ += "</details>\n";
    }

    Report const& report_;
    std::string out_;
};

}  // namespace

std::string html_articles(Report const& report) {
    return Articles(report).all();
}

}  // namespace lacuna::report
