/**
 * A plugin with the model loader {@code nnet}, for networks in the NNet text format
 * (https://github.com/sisl/NNet).
 */
package com.example.nnet;
