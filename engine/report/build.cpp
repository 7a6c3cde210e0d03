#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/digest.hpp"
#include "coverage/decide.hpp"
#include "coverage/judge.hpp"
#include "report/advice.hpp"
#include "report/build_provision.hpp"
#include "report/clean.hpp"
#include "report/decisions.hpp"
#include "report/grounds.hpp"
#include "report/summary.hpp"
#include "report/surplus.hpp"
#include "report/usual_law.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t near_miss_limit = 3;

void add_measures(program::Catalogue const& catalogue, program::Meets const& meets,
                  std::vector<std::string>& titles) {
    if (meets.kind == dsl::Meets::Kind::measure) titles.push_back(clean(catalogue.at(meets.measure).title));
    for (auto const& child : meets.children) add_measures(catalogue, child, titles);
}

// What the elements of the measures that meet an obligation are called; of a name that several have, the
// first.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> titles_of(
    program::Catalogue const& catalogue, program::Obligation const& obligation) {
    std::vector<std::pair<std::string, std::string>> titles;
    if (!obligation.has_rules) return titles;
    for (auto const id : coverage::measures_of(obligation.met_by))
        for (auto const& element : catalogue.at(id).elements)
            if (std::none_of(titles.begin(), titles.end(),
                             [&](auto const& row) { return row.first == element.name; }))
                titles.emplace_back(element.name, clean(element.title));
    return titles;
}

// The words of the rule, so that another run can tell whether it is still the same.
[[nodiscard]] std::string rule_digest(Material const& material, program::Obligation const& obligation) {
    auto const words = [&](Span const& span) {
        return span.source.valid() ? std::string(material.sources.text(span)) : std::string();
    };
    auto text = words(obligation.span);
    if (obligation.has_rules)
        for (auto const id : coverage::measures_of(obligation.met_by))
            text += '\n' + words(material.catalogue.at(id).span);
    return "sha256:" + sha256(text);
}

// An act that stands twice in what was read proves nothing twice: the same words under the same number are
// shown once, and counted.
void add_once(std::vector<ProvisionRow>& rows, ProvisionRow row) {
    auto const same = std::find_if(rows.begin(), rows.end(), [&](ProvisionRow const& other) {
        return other.measure == row.measure && !row.unit_digest.empty() &&
               other.unit_digest == row.unit_digest && other.unit_citation == row.unit_citation &&
               other.verdict == row.verdict;
    });
    if (same == rows.end())
        rows.push_back(std::move(row));
    else
        ++same->copies;
}

[[nodiscard]] ObligationRow obligation_row(Material const& material, program::Instrument const& instrument,
                                           program::Obligation const& obligation,
                                           coverage::ObligationResult const& result,
                                           country::Selection const& selection) {
    ObligationRow row;
    row.id = obligation.id;
    row.article = obligation.article;
    row.title = clean(obligation.title);
    row.force = std::string(dsl::to_string(obligation.force));
    row.verdict = std::string(coverage::to_string(result.verdict));
    row.computed = std::string(coverage::to_string(result.computed));
    row.rule = rule_digest(material, obligation);
    row.decisions = decision_rows(material, selection, result);
    row.reason = clean(result.reason);
    row.plain = in_plain_words(row.reason, material.glosses);
    if (row.plain == row.reason) row.plain.clear();
    row.verified = std::string(dsl::to_string(obligation.verified));
    row.note = clean(obligation.note);
    row.reservation = clean(result.reservation);
    if (obligation.reservable) {
        auto const& under = obligation.reservable_under;
        row.reservable_under = clean(under.empty() ? obligation.id : under);
    }
    row.policy = obligation.policy;
    row.mandatory = !obligation.policy && (obligation.force == dsl::ForceOfDuty::shall ||
                                           obligation.force == dsl::ForceOfDuty::shall_dl);
    for (auto const flag : result.flags) row.flags.emplace_back(coverage::to_string(flag));
    row.missing_members = cleaned(result.missing_members);
    row.absent = cleaned(result.absent);
    row.needs = obligation.with;
    row.protects = obligation.protects;
    row.allows = obligation.allows;
    row.asks = obligation.asks;
    row.narrows = obligation.narrows;
    if (obligation.has_rules) add_measures(material.catalogue, obligation.met_by, row.measures);
    row.titles = titles_of(material.catalogue, obligation);
    if (open(row) || is_open_duty(row)) row.usual = usual_laws(material, instrument, obligation, selection);
    for (auto const& judged : result.judged)
        add_once(row.provisions, provision_row(material, obligation, judged));
    for (auto const miss : result.near_misses) {
        if (row.near_misses.size() >= near_miss_limit) break;
        add_once(row.near_misses, near_miss_row(material, obligation, material.findings.near_misses[miss]));
    }
    return row;
}

[[nodiscard]] NamedRow named_row(Material const& material, match::NamedAct const& named) {
    auto const& document = material.set.at(named.document);
    NamedRow row{clean_label(named.name), named.mentions, clean_label(document.meta.title), "", "", 0};
    auto const unit = document.unit_of(named.provision);
    if (unit.valid()) row.citation = clean_label(document.citation_of(unit));
    place_in_file(material, document, named.provision, row);
    return row;
}

[[nodiscard]] RepealRow repeal_row(Material const& material, match::ActRepeal const& repeal) {
    auto const& document = material.set.at(repeal.by);
    RepealRow row;
    row.act = clean_label(document.meta.title);
    row.citation = clean_label(document.citation_of(repeal.provision));
    row.eid = clean_label(document.at(repeal.provision).eid);
    row.words =
        clean(std::string_view(document.text).substr(repeal.text_begin, repeal.text_end - repeal.text_begin));
    place_in_file(material, document, repeal.provision, row);
    return row;
}

[[nodiscard]] ActRow act_row(akn::Document const& document, Material const& material, DocumentId id,
                             country::Selection const& selection) {
    ActRow row;
    auto const file = document.source.valid() ? material.sources.at(document.source).name() : std::string();
    row.title = clean_label(document.meta.title.empty() ? file : document.meta.title);
    row.file = clean_label(file);
    row.language = document.meta.languages.empty() ? "" : clean_label(document.meta.languages.front());
    row.uri = clean_label(document.meta.work_uri);
    row.date = clean(document.meta.date_expression.empty() ? document.meta.date_work
                                                           : document.meta.date_expression);
    row.type = clean(document.meta.document_type);
    row.digest = coverage::digest_of(document, {});
    row.provisions = document.provisions.size();
    for (auto const& provision : document.provisions) row.units += provision.basic_unit ? 1 : 0;
    row.characters = document.account.body;
    if (auto const at = selection.kinds.find(file); at != selection.kinds.end())
        row.kinds = cleaned(at->second);
    for (std::size_t i = 0; i < akn::Account::class_count; ++i) {
        auto const item = static_cast<akn::Account::Class>(i);
        row.account.emplace_back(akn::to_string(item), document.account.characters[i]);
    }
    row.balanced = document.account.balances();
    row.counts = document.meta.document_type != "bill" || selection.as_law.count(file) > 0;
    row.spoken = !material.findings.languages[id.index()].empty();
    row.scrambled = document.meta.scrambled;
    for (auto const& part : material.findings.parts)
        if (part.document == id)
            (part.spoken ? row.also_read : row.unspoken).push_back(clean_label(part.language));
    if (auto const* const repeal = material.findings.repeal_of(id))
        row.repealed = repeal_row(material, *repeal);
    return row;
}

// Without a country file the acts themselves may say which country's they are.
[[nodiscard]] std::string country_of(akn::StatuteSet const& set) {
    std::string code;
    for (auto const& document : set.documents) {
        if (document.meta.country.empty()) continue;
        if (!code.empty() && code != document.meta.country) return {};
        code = document.meta.country;
    }
    return code;
}

// Acts that name different countries, which one set is hardly meant to hold.
[[nodiscard]] std::string mixed_countries(akn::StatuteSet const& set) {
    std::set<std::string> codes;
    for (auto const& document : set.documents)
        if (!document.meta.country.empty()) codes.insert(document.meta.country);
    if (codes.size() < 2) return {};
    return fmt::format("the acts of several countries ({}) are read as the law of one",
                       fmt::join(codes, ", "));
}

[[nodiscard]] std::vector<SetAsideRow> set_aside_rows(akn::StatuteSet const& set,
                                                      match::Findings const& findings) {
    std::vector<SetAsideRow> rows;
    for (auto const& [why, name] :
         {std::pair(match::NoLaw::furniture, "web-page"), std::pair(match::NoLaw::example, "example"),
          std::pair(match::NoLaw::running_heading, "running-heading")}) {
        SetAsideRow row{name, {}};
        for (auto const& stretch : findings.set_aside) {
            if (stretch.why != why) continue;
            auto const& document = set.at(stretch.document);
            auto const unit = document.unit_of(stretch.provision);
            auto const at = document.citation_of(unit.valid() ? unit : stretch.provision);
            auto place = clean_label(at.empty() ? document.meta.title
                                                : fmt::format("{} of {}", at, document.meta.title));
            if (row.places.empty() || row.places.back() != place) row.places.push_back(std::move(place));
        }
        if (!row.places.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

Report build(program::Catalogue const& catalogue, coverage::Assessment const& assessment,
             akn::StatuteSet const& set, match::Findings const& findings, country::Selection const& selection,
             SourceMap const& sources) {
    auto const& instrument = catalogue.at(assessment.instrument);
    UnitDigests digests(set);
    auto const glosses = glosses_of(catalogue);
    Material const material{catalogue, set, findings, sources, digests, glosses};
    Report report;
    report.instrument = instrument.name;
    report.instrument_title = clean(instrument.title);
    report.cite = clean(instrument.cite);
    report.instrument_note = clean(instrument.note);
    report.country = clean(selection.country.name);
    report.country_code = clean(selection.country.assumed ? country_of(set) : selection.country.code);
    report.named_after = clean_label(selection.named_after);
    report.assumed = cleaned(selection.assumed);
    if (auto const mixed = mixed_countries(set); !mixed.empty()) report.assumed.push_back(clean(mixed));
    for (auto& sentence : unknown_titles(material, instrument, selection))
        report.assumed.push_back(std::move(sentence));
    report.bills = cleaned(selection.with_bills);
    for (std::size_t i = 0; i < set.documents.size(); ++i)
        report.acts.push_back(act_row(set.documents[i], material, DocumentId(i), selection));
    for (auto const& file : set.unread) report.unread.push_back(clean(file.string()));
    for (auto const& act : selection.country.not_read) report.not_read.push_back(clean_label(act.title));
    report.no_law = set_aside_rows(set, findings);
    for (auto const& named : findings.named) report.named.push_back(named_row(material, named));
    for (auto const& article : assessment.articles) {
        ArticleRow row;
        row.article = article.article;
        row.title = clean(article.title);
        row.chapter = clean(article.chapter);
        row.chapter_title = clean(article.chapter_title);
        row.verdict = std::string(coverage::to_string(article.verdict));
        for (auto const index : article.obligations) {
            auto const& result = assessment.obligations[index];
            row.obligations.push_back(obligation_row(
                material, instrument, instrument.obligations[result.obligation.index()], result, selection));
        }
        report.articles.push_back(std::move(row));
    }
    report.grounds = ground_views(material, assessment);
    add_surplus(report, material, instrument);
    add_advice(report);
    summarise(report);
    return report;
}

}  // namespace lacuna::report
