#include "support/engine/documents.hpp"

namespace lacuna::test {

DocumentBuilder& DocumentBuilder::open(std::string element, bool basic_unit) {
    akn::Provision provision;
    if (!open_.empty()) provision.parent = ProvisionId(open_.back());
    provision.block_begin = static_cast<std::uint32_t>(blocks_.size());
    provision.basic_unit = basic_unit;
    open_.push_back(provisions_.size());
    provisions_.push_back(provision);
    elements_.push_back(std::move(element));
    return *this;
}

DocumentBuilder& DocumentBuilder::close() {
    auto& provision = provisions_[open_.back()];
    provision.subtree_end = static_cast<std::uint32_t>(provisions_.size());
    provision.block_end = static_cast<std::uint32_t>(blocks_.size());
    open_.pop_back();
    return *this;
}

DocumentBuilder& DocumentBuilder::block(akn::Role role, std::string_view text) {
    if (!text_.empty()) text_.push_back('\n');
    akn::Block block;
    if (!open_.empty()) block.provision = ProvisionId(open_.back());
    block.role = role;
    block.begin = static_cast<std::uint32_t>(text_.size());
    text_.append(text);
    block.end = static_cast<std::uint32_t>(text_.size());
    blocks_.push_back(block);
    return *this;
}

akn::Document DocumentBuilder::build() {
    while (!open_.empty()) close();
    akn::Document document;
    document.meta.languages = languages_;
    document.text = text_;
    document.blocks = blocks_;
    document.provisions = provisions_;
    document.names = std::make_unique<akn::NameStore>();
    for (std::size_t row = 0; row < provisions_.size(); ++row)
        document.provisions[row].element = document.names->keep(elements_[row]);
    return document;
}

}  // namespace lacuna::test
