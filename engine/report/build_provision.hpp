// Rows of the report for single findings and near misses.
#pragma once

#include <map>
#include <utility>

#include "report/clean.hpp"
#include "report/plain_words.hpp"
#include "report/report.hpp"

namespace lacuna::report {

// Digests of units as decisions know them: many rows are of one unit.
class UnitDigests {
  public:
    explicit UnitDigests(akn::StatuteSet const& set) : set_(set) {}
    [[nodiscard]] std::string const& of(DocumentId document, ProvisionId unit);

  private:
    akn::StatuteSet const& set_;
    std::map<std::pair<DocumentId, ProvisionId>, std::string> known_;
};

// What a row is built from.
struct Material {
    program::Catalogue const& catalogue;
    akn::StatuteSet const& set;
    match::Findings const& findings;
    SourceMap const& sources;
    UnitDigests& digests;
    Glosses const& glosses;
};

// The file of a provision and its line there, for a row of any kind; nothing for text that has no file.
template <class Row>
void place_in_file(Material const& material, akn::Document const& document, ProvisionId provision, Row& row) {
    if (!document.source.valid() || !provision.valid()) return;
    auto const origin = document.origin_of(document.at(provision).source.begin);
    auto const& source = material.sources.at(origin.source);
    row.file = clean_label(source.name());
    row.line = source.position(origin.at).line;
}

[[nodiscard]] ProvisionRow provision_row(Material const& material, program::Obligation const& obligation,
                                         coverage::Judged const& judged);
// A finding that is held against no obligation.
[[nodiscard]] ProvisionRow found_row(Material const& material, match::Finding const& finding);
[[nodiscard]] ProvisionRow near_miss_row(Material const& material, program::Obligation const& obligation,
                                         match::NearMiss const& miss);

}  // namespace lacuna::report
