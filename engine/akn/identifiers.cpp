// Identifiers by the naming convention of Akoma Ntoso, for rows to which the file gives none.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "akn/eid_index.hpp"
#include "akn/names.hpp"
#include "akn/numbering.hpp"
#include "akn/settle.hpp"

namespace lacuna::akn {
namespace {

class Maker {
  public:
    Maker(Document& document, EidIndex& taken) : document_(document), taken_(taken) {}

    void run() {
        for (std::uint32_t i = 0; i < document_.provisions.size(); ++i)
            if (document_.provisions[i].eid.empty()) make(i);
    }

  private:
    void make(std::uint32_t index) {
        auto& row = document_.provisions[index];
        id_.clear();
        if (row.parent.valid() && document_.at(row.parent).element != "body")
            id_.append(document_.at(row.parent).eid).append("__");
        id_.append(abbreviation(row.element)).push_back('_');
        auto const number = number_for_id(row.num);
        id_ += number.empty() ? std::to_string(++counts_[id_]) : number;
        auto const length = id_.size();
        for (int again = 2; !taken_.claim(id_, index); ++again)
            id_.replace(length, std::string::npos, "_" + std::to_string(again));
        row.eid = document_.names->keep(id_);
        row.eid_made = true;
    }

    Document& document_;
    EidIndex& taken_;
    std::string id_;
    std::unordered_map<std::string, int> counts_;
};

}  // namespace

void make_identifiers(Document& document, std::optional<EidIndex>& rows) {
    auto const& all = document.provisions;
    if (std::none_of(all.begin(), all.end(), [](Provision const& row) { return row.eid.empty(); })) return;
    if (!rows) rows.emplace(all);
    Maker(document, *rows).run();
}

}  // namespace lacuna::akn
